using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.JSInterop;

namespace Intranet.App.Live;

/// <summary>Keeps every circuit from learning anew how to write a number. Blazor gives each circuit a serializer of its own, and each one, for a whole number among the arguments of a call, studies all that whole numbers implement: 50 KB that are the same for everybody.</summary>
internal static class LeanInterop
{
    /// <summary>Call after the circuits' services were added. Where the framework is built differently from what this knows, it leaves things as they are.</summary>
    public static void AddLeanInterop(this IServiceCollection services)
    {
        var runtime = services.LastOrDefault(s => s.ServiceType == typeof(IJSRuntime))?.ImplementationType;
        if (runtime is null || !runtime.IsAssignableTo(typeof(JSRuntime)))
            return;
        var create = ActivatorUtilities.CreateFactory(runtime, []);
        services.AddScoped(s => Trim((IJSRuntime)create(s, null)));
    }

    internal static IJSRuntime Trim(IJSRuntime runtime)
    {
        try
        {
            Options((JSRuntime)runtime).Converters.Add(new Arguments());
        }
        catch (Exception e) when (e is MissingMethodException or InvalidOperationException or InvalidCastException)
        {
            // Heavier, and otherwise the same.
        }
        return runtime;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions Options(JSRuntime runtime);

    /// <summary>The arguments of a call. What is plain is written plainly; everything else as what it is, by the circuit's own converters.</summary>
    private sealed class Arguments : JsonConverter<object?[]>
    {
        public override object?[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<List<object?>>(ref reader, options)?.ToArray();

        public override void Write(Utf8JsonWriter writer, object?[] value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var argument in value)
                Write(writer, argument, options);
            writer.WriteEndArray();
        }

        private static void Write(Utf8JsonWriter writer, object? argument, JsonSerializerOptions options)
        {
            switch (argument)
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case bool truth:
                    writer.WriteBooleanValue(truth);
                    break;
                case int number:
                    writer.WriteNumberValue(number);
                    break;
                case long number:
                    writer.WriteNumberValue(number);
                    break;
                case IDictionary { Count: 0 }:
                    writer.WriteStartObject();
                    writer.WriteEndObject();
                    break;
                case Enum choice when !choice.GetType().IsDefined(typeof(JsonConverterAttribute), inherit: false):
                    writer.WriteNumberValue(Convert.ToDecimal(choice, CultureInfo.InvariantCulture));
                    break;
                default:
                    JsonSerializer.Serialize(writer, argument, argument.GetType(), options);
                    break;
            }
        }
    }
}
