using System.Globalization;
using Intranet.App.Shared.Charts;

namespace Intranet.App.Adoption;

/// <summary>What a manager or analyst asks: which source, which team, how far back.</summary>
public sealed record Question(string Source, Guid? Team, int Weeks)
{
    /// <summary>As it stands in an address; what is mistyped leads to the usual question.</summary>
    public static Question Of(string? source, string? team, string? weeks) =>
        new(
            source ?? "here",
            Guid.TryParse(team, out var id) ? id : null,
            int.TryParse(weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var back) ? back : 26
        );
}

/// <summary>Everything the adoption page shows; made from published figures only.</summary>
/// <param name="Running">The last week is still going on.</param>
/// <param name="When">The last week as it stands in a sentence: "this week", or "in 2025-W11" of a source that has ended.</param>
public sealed record Dashboard(
    IReadOnlyList<string> Sources,
    IReadOnlyList<ScopeOption> Scopes,
    ScopeOption Scope,
    bool ReadingRecorded,
    bool Running,
    string When,
    string Span,
    Headline Headline,
    IReadOnlyList<Tile> Tiles,
    IReadOnlyList<string> Weeks,
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<TeamLine> Teams,
    Beside Beside
);

/// <summary>A team one may ask about; null is the whole organisation.</summary>
public sealed record ScopeOption(Guid? Team, string Name, int Depth);

/// <summary>The finding in words, and what to do about it, if anything.</summary>
public sealed record Headline(string Finding, string? Advice);

/// <summary>One of the four numbers.</summary>
public sealed record Tile(string Name, Reading Reading, int? Of, string Sentence);

/// <summary>One team in the table.</summary>
public sealed record TeamLine(
    Guid? Team,
    string Name,
    int? People,
    Reading Active,
    Reading Contributors,
    IReadOnlyList<Reading> Weeks,
    double? Change,
    bool HasTeams
);

/// <summary>What stands beside the weeks of people: channels, questions, spaces.</summary>
public sealed record Beside(IReadOnlyList<MixPart>? Channels, QuestionsAnswered? Questions, SpaceLife Spaces)
{
    public static readonly Beside Nothing = new(null, null, SpaceLife.Of([]));
}

/// <summary>How many questions got an answer from somebody else. Hidden when too few people asked.</summary>
public sealed record QuestionsAnswered(int Asked, int Percent, TimeSpan? MedianToAnswer, string? Hidden);

/// <summary>A space the viewer may see, and for how many days nobody has contributed to it; null for never.</summary>
public sealed record SpaceLine(Guid Id, string Name, int? DaysAsleep);

/// <summary>How many of the spaces the viewer may see are asleep, and some of them: those asleep longest, and those alive most recently.</summary>
public sealed record SpaceLife(int All, int Asleep, IReadOnlyList<SpaceLine> Lines)
{
    /// <summary>After more days than these without a contribution a space is called asleep.</summary>
    private const int AsleepAfter = 28;

    /// <summary>More bars than these are a wall.</summary>
    private const int Most = 12;

    public string Finding =>
        (Asleep, All) switch
        {
            (0, 1) => "The only space is alive",
            (0, _) => "Every space is alive",
            (1, 1) => "The only space is asleep",
            (1, var all) => $"One of {all} spaces is asleep",
            var (asleep, all) when asleep == all => $"All {all} spaces are asleep",
            var (asleep, all) => $"{asleep} of {all} spaces are asleep",
        };

    /// <summary>Which of the spaces are listed, where not all are.</summary>
    public string Listed =>
        Lines.Count == All
            ? "spaces you may see"
            : $"{Lines.Count} of {All} spaces you may see: "
                + (
                    Asleep == 0 ? "alive most recently"
                    : Asleep == All ? "asleep longest"
                    : "asleep longest, and alive most recently"
                );

    public static SpaceLife Of(IEnumerable<SpaceLine> spaces)
    {
        SpaceLine[] all = [.. spaces.OrderByDescending(s => s.DaysAsleep ?? int.MaxValue).ThenBy(s => s.Name)];
        var asleep = all.Count(s => s.DaysAsleep is null or > AsleepAfter);
        // Half of the list for each side; what one does not need is the other's.
        var living = Math.Min(all.Length - asleep, Math.Max(Most / 2, Most - asleep));
        SpaceLine[] lines = all.Length <= Most ? all : [.. all.Take(Most - living), .. all.TakeLast(living)];
        return new(all.Length, asleep, lines);
    }
}
