using System.CommandLine;
using System.Text;
using System.Text.Json;

namespace Intranet.App.Documents.Content;

/// <summary>`extract`: the other side of the reading room; a request a line comes in, a text a line goes out.</summary>
internal static class ExtractCommand
{
    public const string NoMemory = "Reading it takes more memory than is given to one document.";
    private const string Name = "extract";

    public static Command Make()
    {
        var command = new Command(Name, "Reads documents for the server, in a process that may fail.") { Hidden = true };
        command.SetAction((_, stop) => Serve(Console.OpenStandardInput(), Console.OpenStandardOutput(), stop));
        return command;
    }

    /// <summary>This product, started for reading.</summary>
    public static IReadOnlyList<string> Program()
    {
        var assembly = typeof(ExtractCommand).Assembly;
        var own = Environment.ProcessPath;
        return Path.GetFileNameWithoutExtension(own) == assembly.GetName().Name ? [own!, Name] : ["dotnet", assembly.Location, Name];
    }

    private static async Task<int> Serve(Stream requests, Stream answers, CancellationToken stop)
    {
        using var lines = new StreamReader(requests, new UTF8Encoding(false));
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            var answer = Answer(JsonSerializer.Deserialize<ReadingRequest>(line, ReadingRequest.Json)!);
            await JsonSerializer.SerializeAsync(answers, answer, ReadingRequest.Json, stop);
            await answers.WriteAsync("\n"u8.ToArray(), stop);
            await answers.FlushAsync(stop);
        }
        return 0;
    }

    private static Extract Answer(ReadingRequest request)
    {
        try
        {
            using var file = new FileStream(request.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return TextOf.Read(file, request.Name, request.Limits);
        }
        catch (OutOfMemoryException)
        {
            return Extract.None(NoMemory);
        }
        catch (IOException)
        {
            return Extract.None("Its content is not where it was stored.");
        }
    }
}
