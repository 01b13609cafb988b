using Intranet.App.Shared.Charts;

namespace Intranet.App.Adoption;

/// <summary>What a manager or analyst asks: which source, which team, how far back.</summary>
public sealed record Question(string Source, Guid? Team, int Weeks);

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
public sealed record Beside(IReadOnlyList<MixPart>? Channels, QuestionsAnswered? Questions, IReadOnlyList<SpaceLine> Spaces)
{
    public static readonly Beside Nothing = new(null, null, []);
}

/// <summary>How many questions got an answer from somebody else. Hidden when too few people asked.</summary>
public sealed record QuestionsAnswered(int Asked, int Percent, TimeSpan? MedianToAnswer, string? Hidden);

/// <summary>A space the viewer may see, and for how many days nobody has contributed to it; null for never.</summary>
public sealed record SpaceLine(Guid Id, string Name, int? DaysAsleep);
