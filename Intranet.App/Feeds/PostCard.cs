using Intranet.App.Data;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;

namespace Intranet.App.Feeds;

/// <summary>A post as everybody who may see it sees it. One instance is handed to all screens, so it holds nothing of one viewer.</summary>
public sealed record PostCard(
    Guid Id,
    Guid SpaceId,
    string Space,
    Author By,
    PostKind Kind,
    string? Title,
    string Html,
    DateTimeOffset At,
    bool Edited,
    bool Pinned,
    Guid? AcceptedId,
    Guid? SharedPostId,
    int Comments,
    string ClientKey
)
{
    public Counts Reactions { get; init; }
    public int Seen { get; init; }

    /// <summary>How many people are in the space: the whole that "seen by" is a part of.</summary>
    public int Members { get; init; }

    /// <summary>In a smaller circle a count of those who read says who they are, and who they are not.</summary>
    public const int FewestForSeen = 5;

    public bool TellsSeen => Seen > 0 && Members >= FewestForSeen;
    public Poll? Poll { get; init; }
    public IReadOnlyList<Author> Praised { get; init; } = [];

    public FeedKey Key => new(At, Id);

    /// <summary>The id as the page writes it.</summary>
    public string Name { get; } = Id.ToString();

    /// <summary>What a screen reader calls it.</summary>
    public string Label { get; } = Title ?? $"Post by {By.Name}";
}

/// <summary>Who wrote something.</summary>
public sealed record Author(Guid Id, string Name, string? Team, string? AvatarKey, PersonKind Kind = PersonKind.Employee);

/// <summary>How often each reaction was given.</summary>
public readonly record struct Counts(int Like, int Thanks, int Celebrate, int Insightful, int Care)
{
    public int Of(ReactionKind kind) =>
        kind switch
        {
            ReactionKind.Like => Like,
            ReactionKind.Thanks => Thanks,
            ReactionKind.Celebrate => Celebrate,
            ReactionKind.Insightful => Insightful,
            ReactionKind.Care => Care,
        };

    public Counts With(ReactionKind kind, int count) =>
        kind switch
        {
            ReactionKind.Like => this with { Like = count },
            ReactionKind.Thanks => this with { Thanks = count },
            ReactionKind.Celebrate => this with { Celebrate = count },
            ReactionKind.Insightful => this with { Insightful = count },
            ReactionKind.Care => this with { Care = count },
        };
}

/// <summary>A poll with its votes so far; who voted for what is not shown.</summary>
public sealed record Poll(IReadOnlyList<PollChoice> Choices, DateTimeOffset? EndsAt)
{
    public int Votes => Choices.Sum(c => c.Votes);
}

/// <summary>One option of a poll and how many chose it.</summary>
public sealed record PollChoice(Guid Id, string Text, int Votes);

/// <summary>An answer as everybody who may see it sees it; a removed one keeps its place while others hang under it.</summary>
public sealed record CommentCard(
    Guid Id,
    Guid PostId,
    Guid? ParentId,
    Author By,
    string Html,
    DateTimeOffset At,
    bool Edited,
    bool Removed,
    string ClientKey
)
{
    public Counts Reactions { get; init; }

    public FeedKey Key => new(At, Id);
}

/// <summary>What a shared post shows of its source, to somebody who may see the source.</summary>
public sealed record Quote(Guid Id, string? Title, string Excerpt, string Author, string Space, DateTimeOffset At);
