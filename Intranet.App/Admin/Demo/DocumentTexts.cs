using System.Globalization;

namespace Intranet.App.Admin.Demo;

/// <summary>Reads what the demo company files from its embedded text.</summary>
/// <remarks>
/// <c>===</c> opens a document with space, path, author and week.day; <c>+++</c> adds to it as the next version, with a note; <c>!!!</c> says who
/// has it checked out. A line that begins with <c>*</c> is written for every week that is over, from the one given.
/// </remarks>
internal static class DocumentTexts
{
    public static IEnumerable<TextDocument> Read()
    {
        TextDocument? document = null;
        foreach (var line in DemoTexts.Lines("documents"))
        {
            var parts = line.Length > 4 ? line[4..].Split('|', StringSplitOptions.TrimEntries) : [];
            switch (line.Length > 4 ? line[..4] : "")
            {
                case "=== ":
                    if (document is not null)
                        yield return document;
                    var path = parts[1].Split('/');
                    document = new TextDocument(parts[0], path[..^1], path[^1], [Version(parts[2], null)]);
                    break;
                case "+++ ":
                    document!.Versions.Add(Version(parts[0], parts.ElementAtOrDefault(1) is { Length: > 0 } note ? note : null));
                    break;
                case "!!! ":
                    document!.Held = (parts[0], parts[1]);
                    break;
                default:
                    document!.Versions[^1].Lines.Add(line);
                    break;
            }
        }
        yield return document!;
    }

    private static TextVersion Version(string head, string? note)
    {
        var words = head.Split(' ');
        var when = words[1][1..].Split('.');
        return new TextVersion(
            words[0],
            int.Parse(when[0], CultureInfo.InvariantCulture),
            int.Parse(when[1], CultureInfo.InvariantCulture),
            note,
            []
        );
    }
}

/// <summary>A document as it stands in the text file.</summary>
internal sealed record TextDocument(string Space, IReadOnlyList<string> Folders, string Name, List<TextVersion> Versions)
{
    public (string Person, string Note)? Held { get; set; }
}

/// <summary>What was added by whom, so many days into a week of the demo.</summary>
internal sealed record TextVersion(string Author, int Week, int Day, string? Note, List<string> Lines);
