using System.Globalization;

namespace Intranet.App.Admin.Demo;

/// <summary>Tells when the documents were filed, and what stood in each version.</summary>
internal sealed class Cabinets(Stage stage, IEnumerable<DemoMember> members)
{
    private readonly Dictionary<(string Space, string Person), DateTimeOffset> _since = members.ToDictionary(
        member => (member.Space, member.Person),
        member => member.At
    );

    public IEnumerable<DemoDocument> Tell() => DocumentTexts.Read().Select(Tell).Where(document => document.Versions.Count > 0);

    private DemoDocument Tell(TextDocument text)
    {
        var versions = new List<DemoVersion>();
        foreach (var version in text.Versions)
        {
            var at = Moment(text, version, versions.Count);
            if (versions.Count > 0 && at <= versions[^1].At)
                at = versions[^1].At.AddMinutes(25);
            // What is not yet filed today is not told.
            if (at >= stage.Now.AddHours(-4))
                break;
            versions.Add(new DemoVersion(version.Author, at, version.Note, Words(text, versions.Count, at)));
        }
        return new DemoDocument(text.Space, text.Folders, text.Name, versions, Held(text));
    }

    private DemoHold? Held(TextDocument text) =>
        text.Held is { } held
            ? new DemoHold(held.Person, stage.Now.AddMinutes(-20 - Chance(text, text.Versions.Count).Below(160)), held.Note)
            : null;

    private DateTimeOffset Moment(TextDocument text, TextVersion version, int number)
    {
        var author = Cast.ByKey[version.Author];
        var day = stage.Calendar.DayAt(author.Place, stage.WeekStart(version.Week)).AddDays(version.Day);
        while (!stage.Calendar.Works(author.Place, day))
            day = day.AddDays(1);
        var at = stage.Calendar.Moment(author.Place, day, TimeSpan.FromHours(8.3 + 8 * Chance(text, number).Share()));
        var earliest = _since[(text.Space, version.Author)].AddMinutes(15);
        return at > earliest ? at : earliest;
    }

    /// <summary>All that was written up to this version; what stood in an earlier one stands there unchanged.</summary>
    private string Words(TextDocument text, int number, DateTimeOffset at)
    {
        var lines = new List<string>();
        foreach (var (version, i) in text.Versions.Take(number + 1).Select((version, i) => (version, i)))
        {
            var phrase = Filled(text, i, stage.WeekStart(version.Week).AddDays(version.Day));
            foreach (var line in version.Lines)
                if (
                    line.StartsWith('*')
                    && line.Split(' ', 2) is [var from, var row]
                    && from.Trim('*') is var first
                    && first.All(char.IsAsciiDigit)
                )
                    lines.AddRange(
                        Rows(text, row, first.Length > 0 ? int.Parse(first, CultureInfo.InvariantCulture) : 1, stage.WeekOf(at))
                    );
                else
                    lines.Add(phrase.Fill(line));
        }
        return string.Join('\n', lines).Trim();
    }

    private IEnumerable<string> Rows(TextDocument text, string row, int from, int to)
    {
        for (var week = from; week < to; week++)
            yield return Filled(text, 100 + week, stage.WeekStart(week)).Fill(row);
    }

    private Phrase Filled(TextDocument text, int number, DateTimeOffset day) =>
        new(Chance(text, number), DateOnly.FromDateTime(day.UtcDateTime), _ => null);

    private SplitMix Chance(TextDocument text, int number) => stage.Chance.Fork($"document {text.Space}/{text.Name}", number);
}
