using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>Says in a sentence what a chart shows, and what to try. Speaks of teams, never of persons.</summary>
internal static class Headlines
{
    private const int Window = 4;

    /// <summary>A difference below this share of the earlier value is no finding.</summary>
    private const double Noticeable = 0.1;

    public static Headline Of(Shown[] row, IReadOnlyList<TeamLine> teams)
    {
        var complete = row[..^1].Where(r => !r.NoData).ToArray();
        var now = Readings.Mean(complete.TakeLast(Window), x => x.Active);
        var first = complete.SkipWhile(r => r.Active is null).Take(Window).ToArray();
        var then = Readings.Mean(first, x => x.Active);
        return new Headline(Finding(now, then, row[^1].People), Advice(teams));
    }

    private static string Finding(Usual? now, Usual? then, int? people) =>
        (now, then) switch
        {
            (null, _) => "There is not enough data yet to see a trend",
            ({ } a, null) => $"{Start(a)}{Whole(people)} are active in a week",
            ({ } a, { } b) when a.Low > b.High * (1 + Noticeable) => $"Active people rose from {b} to {a} a week",
            ({ } a, { } b) when a.High < b.Low * (1 - Noticeable) => $"Active people fell from {b} to {a} a week",
            ({ } a, _) => $"{(a.Low == a.High ? $"About {a}" : Start(a))}{Whole(people)} are active every week",
        };

    private static string Start(Usual usual) => string.Concat(usual.ToString()[..1].ToUpperInvariant(), usual.ToString()[1..]);

    private static string Whole(int? people) => people is { } n ? $" of {n} people" : " people";

    /// <summary>A team that fell silent comes before one that lost some: nothing else is as urgent, and the average of coded counts would not show it.</summary>
    private static string? Advice(IReadOnlyList<TeamLine> teams)
    {
        var silent = teams.Select(Silence.Of).OfType<Silence>().MaxBy(s => s.Share);
        if (silent is not null)
            return silent.Words;
        var worst = teams.Where(t => t is { Change: < 0, People: > 0 }).OrderBy(t => t.Change / t.People).FirstOrDefault();
        if (worst is { } losing && -losing.Change!.Value / losing.People!.Value >= Noticeable)
            return $"{losing.Name} has {-losing.Change:0} fewer active people a week than a month ago. Ask what changed there, and whether their questions get answers.";
        var best = teams.Where(t => t is { Change: > 0, People: > 0 }).OrderByDescending(t => t.Change / t.People).FirstOrDefault();
        return best is { } winning && winning.Change!.Value / winning.People!.Value >= Noticeable
            ? $"{winning.Name} has {winning.Change:0} more active people a week than a month ago. Find out what they do, and tell the others."
            : null;
    }
}
