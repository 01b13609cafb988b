using Intranet.App.Shared.Charts;

namespace Intranet.App.Adoption;

/// <summary>A team that took part and then stopped, told from published counts only.</summary>
internal sealed record Silence(string Team, int People, double Before, int Weeks)
{
    /// <summary>Fewer silent weeks than these may be a holiday.</summary>
    private const int Least = 3;

    /// <summary>The part of the team that used to be active; below this there was little to lose.</summary>
    private const double Lively = 0.3;

    /// <summary>What was usual is told by the first weeks: those of the decline would make it look small.</summary>
    private const int First = 4;

    public double Share => Before / People;

    /// <param name="ended">Where the source has ended: "in 2025-W11", its last week.</param>
    public string Words(string? ended) =>
        $"{Team} {(ended is null ? "has gone silent" : $"was silent {ended}")}: fewer than 3 of its {People} people a week for {Weeks} weeks, where it used to be {Before:0}. Ask there first what got in the way.";

    /// <summary>Null where the team is not silent, or was never lively.</summary>
    /// <param name="running">The last week is not over yet, and so tells nothing.</param>
    public static Silence? Of(TeamLine team, bool running)
    {
        // Weeks of which nothing was recorded are no silence.
        var weeks = team.Weeks.SkipLast(running ? 1 : 0).Where(w => w.Kind != ReadingKind.NoData).ToList();
        var silent = weeks.AsEnumerable().Reverse().TakeWhile(w => !Heard(w)).ToList();
        if (silent.Count(Low) < Least || team.People is not > 0)
            return null;
        var before = weeks.SkipLast(silent.Count).Where(w => w.Kind == ReadingKind.Counted).Select(w => w.Value!.Value).ToList();
        if (before.Count == 0)
            return null;
        // From its last low week back to the first: a hidden week on either side says nothing.
        var found = new Silence(
            team.Name,
            team.People.Value,
            before.Take(First).Average(),
            silent.FindLastIndex(Low) - silent.FindIndex(Low) + 1
        );
        return found.Share >= Lively ? found : null;
    }

    private static bool Low(Reading week) => week.Kind == ReadingKind.Coded && week.Words!.StartsWith('<');

    private static bool Heard(Reading week) => week.High is not null && !Low(week);
}
