using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Intranet.App.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Intranet.Tests.Live;

public sealed class LeanInteropTests
{
    [Fact]
    public void A_circuit_gets_the_framework_s_own_runtime_with_the_lean_way_of_writing_arguments()
    {
        using var stock = Circuit(lean: false);
        using var lean = Circuit(lean: true);

        Assert.Same(Runtime(stock).GetType(), Runtime(lean).GetType());
        // When this fails a new framework keeps its serializer elsewhere: circuits work, and each weighs 80 KB more.
        Assert.Equal(Options(stock).Converters.Count + 1, Options(lean).Converters.Count);
    }

    [Fact]
    public void Arguments_are_written_as_they_always_were()
    {
        using var stock = Circuit(lean: false);
        using var lean = Circuit(lean: true);
        object?[][] calls =
        [
            [],
            [null, "", "\"</script>é山🎉\u2028", true, false, 0, -7, int.MaxValue, long.MinValue, 1.5, 0.1f, 2.25m],
            [DayOfWeek.Friday, Spelled.Second, Wide.All, new Dictionary<string, string[]>(), new Dictionary<string, int> { ["A"] = 1 }],
            [new[] { 1, 2 }, new[] { "a" }, new { Name = "x", Inner = new { Number = 3 } }, Guid.Empty, DateTimeOffset.UnixEpoch],
            [new ElementReference("17", null), new object?[] { 1, null, new object?[] { "deep" } }],
        ];

        foreach (var call in calls)
            Assert.Equal(JsonSerializer.Serialize(call, Options(stock)), JsonSerializer.Serialize(call, Options(lean)));
    }

    [Fact]
    public void A_reference_to_an_object_still_belongs_to_its_circuit()
    {
        using var lean = Circuit(lean: true);
        using var mine = DotNetObjectReference.Create(this);

        Assert.Equal("""[{"__dotNetObject":1},{"__dotNetObject":1}]""", JsonSerializer.Serialize<object?[]>([mine, mine], Options(lean)));
    }

    [Fact]
    public void What_comes_back_as_a_list_is_read_as_a_list()
    {
        using var lean = Circuit(lean: true);

        var read = JsonSerializer.Deserialize<object?[]>("""[1,null,"a"]""", Options(lean))!;

        Assert.Equal(["1", null, "a"], read.Select(r => r?.ToString()));
        Assert.Null(JsonSerializer.Deserialize<object?[]>("null", Options(lean)));
    }

    [Fact]
    public void A_whole_number_among_the_arguments_no_longer_weighs_a_study_of_numbers()
    {
        using var stock = Circuit(lean: false);
        using var lean = Circuit(lean: true);

        Assert.True(Cost(stock) > 4 * Cost(lean));

        static long Cost(ServiceProvider circuit)
        {
            var options = Options(circuit);
            var before = GC.GetAllocatedBytesForCurrentThread();
            JsonSerializer.Serialize<object?[]>([1, 2L, "three", true], options);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Without_a_runtime_that_it_knows_everything_stays_as_it_is()
    {
        var services = new ServiceCollection();
        services.AddLeanInterop();
        Assert.Empty(services);

        services.AddScoped<IJSRuntime, OtherRuntime>();
        services.AddLeanInterop();
        Assert.Single(services);
        Assert.IsType<OtherRuntime>(LeanInterop.Trim(new OtherRuntime()));
    }

    private static ServiceProvider Circuit(bool lean)
    {
        var services = WebApplication.CreateBuilder().Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        if (lean)
            services.AddLeanInterop();
        return services.BuildServiceProvider();
    }

    private static IJSRuntime Runtime(ServiceProvider circuit) => circuit.GetRequiredService<IJSRuntime>();

    private static JsonSerializerOptions Options(ServiceProvider circuit) =>
        (JsonSerializerOptions)
            typeof(JSRuntime)
                .GetProperty("JsonSerializerOptions", BindingFlags.Instance | BindingFlags.NonPublic)!
                .GetValue(Runtime(circuit))!;

    [JsonConverter(typeof(JsonStringEnumConverter))]
    private enum Spelled
    {
        First,
        Second,
    }

    private enum Wide : ulong
    {
        All = ulong.MaxValue,
    }

    private sealed class OtherRuntime : IJSRuntime
    {
        public ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args) => default;

        public ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }
}
