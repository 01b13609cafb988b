using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>Says in a sentence what a chart shows, and what to try. Speaks of teams, never of persons.</summary>
internal static class Headlines
{
    /// <summary>A difference below this share of the earlier value is no finding.</summary>
    private const double Noticeable = 0.1;

    public static Headline Of(Shown[] row, WholeWeeks weeks, IReadOnlyList<TeamLine> teams)
    {
        var now = Readings.Mean(weeks.Latest.Select(w => row[w]), x => x.Active);
        var first = weeks.First(w => row[w].Active is not null);
        // One week is no beginning: a trend needs something to start from.
        var then = first.Count > 1 ? Readings.Mean(first.Select(w => row[w]), x => x.Active) : null;
        var finding = now is { } usual
            ? Finding(usual, then, weeks, row[weeks.Latest[^1]].People)
            : "There is not enough data to see a trend";
        return new Headline(finding, Advice(teams, weeks));
    }

    private static string Finding(Usual now, Usual? then, WholeWeeks weeks, int? people)
    {
        var by = weeks.Today ? "" : $" by {weeks.End}";
        return (now, then) switch
        {
            _ when weeks.Latest.Count == 1 => $"{Start(now)}{Whole(people)} were active in {weeks.End}",
            (var a, { } b) when a.Low > b.High * (1 + Noticeable) => $"Active people rose from {b} to {a} a week{by}",
            (var a, { } b) when a.High < b.Low * (1 - Noticeable) => $"Active people fell from {b} to {a} a week{by}",
            var (a, b) =>
                $"{(b is not null && a.Low == a.High ? $"About {a}" : Start(a))}{Whole(people)} {(weeks.Today ? $"are active {(b is null ? "in a" : "every")} week" : $"were active a week, {weeks.Span}")}",
        };
    }

    private static string Start(Usual usual) => string.Concat(usual.ToString()[..1].ToUpperInvariant(), usual.ToString()[1..]);

    private static string Whole(int? people) => people is { } n ? $" of {n} people" : " people";

    /// <summary>A team that fell silent comes before one that lost some: nothing else is as urgent, and the average of coded counts would not show it.</summary>
    private static string? Advice(IReadOnlyList<TeamLine> teams, WholeWeeks weeks)
    {
        var silent = teams.Select(t => Silence.Of(t, weeks.Running)).OfType<Silence>().MaxBy(s => s.Share);
        if (silent is not null)
            return silent.Words(weeks.Running ? null : weeks.When);
        var worst = teams.Where(t => t is { Change: < 0, People: > 0 }).OrderBy(t => t.Change / t.People).FirstOrDefault();
        if (worst is { } losing && -losing.Change!.Value / losing.People!.Value >= Noticeable)
            return $"{Changed(losing, -losing.Change.Value, "fewer", weeks)} Ask what changed there, and whether their questions get answers.";
        var best = teams.Where(t => t is { Change: > 0, People: > 0 }).OrderByDescending(t => t.Change / t.People).FirstOrDefault();
        return best is { } winning && winning.Change!.Value / winning.People!.Value >= Noticeable
            ? $"{Changed(winning, winning.Change.Value, "more", weeks)} Find out what they do, and tell the others."
            : null;
    }

    private static string Changed(TeamLine team, double by, string which, WholeWeeks weeks) =>
        weeks.Today
            ? $"{team.Name} has {by:0} {which} active people a week than a month ago."
            : $"{team.Name} had {by:0} {which} active people a week in {weeks.Span} than in the weeks before.";
}
