using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Intranet.App.Shared.Blobs.Buckets;

namespace Intranet.App.Shared;

/// <summary>What the commands of all features have in common: the data folder, the services, and how a result is told.</summary>
public static class CommandLine
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The data folder: database, keys, files (default: INTRANET_DATA, or ./data).",
        Recursive = true,
        DefaultValueFactory = _ =>
            Environment.GetEnvironmentVariable("INTRANET_DATA") ?? Path.Combine(Environment.CurrentDirectory, "data"),
    };

    /// <summary>For a terminal or a file of its own, so quotes stand as they are.</summary>
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One for all imports: whoever asks what would happen has no data folder made either.</summary>
    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would happen and change nothing." };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON." };

    public static Installation Installation(this ParseResult line) =>
        new Installation(
            Path.GetFullPath(line.GetRequiredValue(Data)),
            Environment.GetEnvironmentVariable("INTRANET_POSTGRES"),
            Environment.GetEnvironmentVariable("INTRANET_REDIS"),
            BucketSettings.Read(Environment.GetEnvironmentVariable),
            Environment.GetEnvironmentVariable("INTRANET_CLAMD")
        );

    public static void PrintJson(object result) => Console.WriteLine(JsonSerializer.Serialize(result, Indented));
}
