using Intranet.Tests.House;

namespace Intranet.Tests.Servers;

/// <summary>The built product as a process of its own, to be stopped, killed and started again on the same data folder.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly IReadOnlyList<string> arguments;
    private readonly IReadOnlyDictionary<string, string?> environment;
    private readonly string build;
    private GuardedProcess process;

    private AppProcess(
        GuardedProcess process,
        string data,
        int port,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        string build
    )
    {
        (this.process, Data, this.arguments, this.environment, this.build) = (process, data, arguments, environment, build);
        Address = $"http://127.0.0.1:{port}";
    }

    public string Address { get; }

    public string Data { get; }

    public string Output => process.Output;

    /// <summary>Starts the server on a free port and waits until it answers.</summary>
    /// <param name="build">The folder it was built or published into; the solution's own build unless said otherwise.</param>
    public static async Task<AppProcess> Start(
        string? data = null,
        IReadOnlyList<string>? arguments = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? build = null
    )
    {
        data ??= TestFolder.Create("data");
        build ??= Repository.BuildOf("Intranet.App");
        var port = FreePort.Next();
        IReadOnlyList<string> all = [.. arguments ?? [], "--data", data, "--urls", $"http://127.0.0.1:{port}"];
        var surroundings = Surroundings(environment);
        var app = new AppProcess(await Launch(build, all, surroundings), data, port, all, surroundings, build);
        await app.Answers();
        return app;
    }

    /// <summary>Runs one command to its end.</summary>
    public static Task<(int Exit, string Output)> Run(params string[] arguments) => RunIn(null, arguments);

    /// <summary>The same in other surroundings.</summary>
    public static async Task<(int Exit, string Output)> RunIn(IReadOnlyDictionary<string, string?>? environment, params string[] arguments)
    {
        await using var process = await Launch(Repository.BuildOf("Intranet.App"), arguments, Surroundings(environment));
        var exit = await process.Exit(TimeSpan.FromMinutes(5));
        return (exit, process.Output);
    }

    /// <summary>Ends it as a service manager would and hands back the exit code.</summary>
    public Task<int> Stop() => process.Signal("TERM", TimeSpan.FromSeconds(40));

    /// <summary>Ends it as a power cut would.</summary>
    public Task<int> Kill() => process.Signal("KILL", TimeSpan.FromSeconds(10));

    /// <summary>Starts it again on the same folder and address.</summary>
    public async Task StartAgain()
    {
        await process.DisposeAsync();
        process = await Launch(build, arguments, environment);
        await Answers();
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private Task Answers() =>
        process.WaitUntil(
            async () =>
            {
                try
                {
                    using var answer = await Http.GetAsync($"{Address}/healthz");
                    return answer.IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(60),
            "The intranet"
        );

    private static Task<GuardedProcess> Launch(
        string build,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment
    ) => GuardedProcess.Start("TERM", ["dotnet", Path.Combine(build, "Intranet.App.dll"), .. arguments], environment);

    private static Dictionary<string, string?> Surroundings(IReadOnlyDictionary<string, string?>? wanted) =>
        new(wanted ?? new Dictionary<string, string?>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = wanted?.GetValueOrDefault("ASPNETCORE_ENVIRONMENT") ?? "Production",
            ["DOTNET_ENVIRONMENT"] = "Production",
            // A server that lives for seconds never earns back what these cost.
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_gcServer"] = "0",
        };
}
