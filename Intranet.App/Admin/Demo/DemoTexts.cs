using System.Globalization;
using Intranet.Domain.Feeds;

namespace Intranet.App.Admin.Demo;

/// <summary>Reads the hand-written threads, the series and their decks of cards from the embedded texts.</summary>
/// <remarks>
/// <c>===</c> opens a thread or a series, <c>#</c> gives the title, <c>[]</c> an option of a poll, <c>&gt;&gt;</c> a comment, <c>&gt;&gt;&gt;</c> an answer
/// to it, <c>&gt;&gt;+</c> the accepted answer, <c>?0.4 &gt;&gt;</c> a comment with that chance, <c>---</c> a card of a deck.
/// </remarks>
internal static class DemoTexts
{
    private static readonly string[] OwnFormat = ["people", "teams", "spaces", "documents"];
    private static readonly Lazy<(List<TextThread> Threads, List<TextSeries> Series, Dictionary<string, List<TextCard>> Decks)> All = new(
        Read
    );

    public static IReadOnlyList<TextThread> Threads => All.Value.Threads;

    public static IReadOnlyList<TextSeries> Series => All.Value.Series;

    public static IReadOnlyDictionary<string, List<TextCard>> Decks => All.Value.Decks;

    public static IEnumerable<string> Lines(string file)
    {
        using var stream =
            typeof(DemoTexts).Assembly.GetManifestResourceStream("Demo/" + file)
            ?? throw new InvalidOperationException($"No text named {file}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd())];
    }

    private static (List<TextThread>, List<TextSeries>, Dictionary<string, List<TextCard>>) Read()
    {
        var threads = new List<TextThread>();
        var series = new List<TextSeries>();
        var decks = new Dictionary<string, List<TextCard>>();
        var files = typeof(DemoTexts).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Demo/", StringComparison.Ordinal));
        foreach (var file in files.Select(name => name["Demo/".Length..]).Except(OwnFormat).Order(StringComparer.Ordinal))
        {
            foreach (var block in Blocks(file))
            {
                var head = block[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var text = Body(block.Skip(1));
                if (head[0] == "---")
                    (decks.TryGetValue(head[1], out var deck) ? deck : decks[head[1]] = []).Add(new TextCard(text.Body, text.Lines));
                else if (head[1] == "series")
                    series.Add(ReadSeries(head, text));
                else
                    threads.Add(ReadThread(file, head, text));
            }
        }
        return (threads, series, decks);
    }

    private static IEnumerable<List<string>> Blocks(string file)
    {
        List<string>? block = null;
        foreach (var line in Lines(file))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal) || line.StartsWith("--- ", StringComparison.Ordinal))
            {
                if (block is not null)
                    yield return block;
                block = [];
            }
            block?.Add(line);
        }
        if (block is not null)
            yield return block;
    }

    private static TextThread ReadThread(string space, string[] head, TextBody text)
    {
        var week = head.First(word => word.Length > 1 && word[0] is 'w' or 'm' && char.IsDigit(word[1]));
        var parts = week[1..].Split('.');
        var number = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return new TextThread(
            space,
            Kind(head[1]),
            head[2],
            week[0] == 'w' ? number : null,
            parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null,
            week[0] == 'm' ? number : null,
            head.Contains("pin"),
            Topics(head),
            text
        );
    }

    private static TextSeries ReadSeries(string[] head, TextBody text)
    {
        var when = head[5].Split('@');
        var weeks = head[6][1..].Split('-');
        double Option(string name, double otherwise) =>
            head.Skip(7).FirstOrDefault(word => word.StartsWith(name, StringComparison.Ordinal)) is { } word
                ? double.Parse(word[name.Length..], CultureInfo.InvariantCulture)
                : otherwise;
        return new TextSeries(
            head[2],
            Kind(head[3]),
            head[4].Split(','),
            [
                .. when[0]
                    .Split(',')
                    .Select(day =>
                        Enum.GetValues<DayOfWeek>().Single(full => full.ToString().StartsWith(day, StringComparison.OrdinalIgnoreCase))
                    ),
            ],
            TimeSpan.Parse(when[1], CultureInfo.InvariantCulture),
            int.Parse(weeks[0], CultureInfo.InvariantCulture),
            int.Parse(weeks[1], CultureInfo.InvariantCulture),
            Option("skip", 0),
            (int)Option("every", 1),
            Topics(head),
            text
        );
    }

    private static PostKind Kind(string word) => Enum.Parse<PostKind>(word, ignoreCase: true);

    private static string[] Topics(string[] head) => [.. head.Where(word => word[0] == '#').Select(word => word[1..])];

    private static TextBody Body(IEnumerable<string> lines)
    {
        string? title = null;
        var body = new List<string>();
        var options = new List<(string, double)>();
        var comments = new List<TextLine>();
        foreach (var line in lines)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal) && title is null && body.Count == 0)
                title = line[2..];
            else if (line.StartsWith("[] ", StringComparison.Ordinal))
            {
                var at = line.LastIndexOf(" : ", StringComparison.Ordinal);
                options.Add((line[3..at], double.Parse(line[(at + 3)..], CultureInfo.InvariantCulture)));
            }
            else if (line.StartsWith(">>", StringComparison.Ordinal) || line.StartsWith('?'))
                comments.Add(Comment(line));
            else
                body.Add(line);
        }
        return new TextBody(title, string.Join('\n', body).Trim(), options, comments);
    }

    private static TextLine Comment(string line)
    {
        var share = 1.0;
        if (line[0] == '?')
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            share = double.Parse(line[1..space], CultureInfo.InvariantCulture);
            line = line[(space + 1)..];
        }
        var parts = line.Split(' ', 3);
        return new TextLine(parts[0] == ">>>", parts[0] == ">>+", parts[1], share, parts[2]);
    }
}
