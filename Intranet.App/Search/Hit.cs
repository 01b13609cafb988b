using Intranet.App.Data;
using Intranet.Domain.Spaces;

namespace Intranet.App.Search;

/// <summary>One thing that was found, in the words it is shown with and where it is to be seen.</summary>
public sealed record Hit(HitKind Kind, Guid Id, string Title, string Detail, string Href)
{
    public Snippet? Said { get; init; }
    public DateTimeOffset? At { get; init; }
    public string? AvatarKey { get; init; }
    public Openness Openness { get; init; }

    /// <summary>The picture a person chose; without one it is drawn.</summary>
    public string? Face => AvatarKey is null ? null : $"/files/avatars/{Id:N}/{AvatarKey[..Math.Min(12, AvatarKey.Length)]}.webp";

    public string Icon =>
        Kind switch
        {
            HitKind.Person => "people",
            HitKind.Post or HitKind.Comment => "comment",
            HitKind.Document => "documents",
            HitKind.Space => Openness switch
            {
                Openness.Open => "open",
                Openness.Closed => "lock",
                Openness.Unlisted => "unlisted",
                Openness.Secret => "hidden",
            },
        };
}

/// <summary>What kind of thing was found.</summary>
public enum HitKind
{
    Person,
    Space,
    Post,
    Comment,
    Document,
}

/// <summary>What was found. Counts end at a limit, and say so.</summary>
/// <param name="Texts">Posts and comments.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record Found(
    IReadOnlyList<Hit> People,
    IReadOnlyList<Hit> Spaces,
    IReadOnlyList<Hit> Texts,
    Tally PeopleCount,
    Tally SpaceCount,
    Tally TextCount,
    FeedKey? Next
)
{
    public static readonly Found Nothing = new([], [], [], default, default, default, null);

    public IReadOnlyList<Hit> Documents { get; init; } = [];
    public Tally DocumentCount { get; init; }

    public Tally Count => PeopleCount + SpaceCount + TextCount + DocumentCount;
}

/// <summary>How many there are, as far as they were counted.</summary>
public readonly record struct Tally(int Number, bool AtLeast)
{
    public static Tally operator +(Tally one, Tally other) => new(one.Number + other.Number, one.AtLeast || other.AtLeast);

    public override string ToString() => AtLeast ? $"{Number:N0} or more" : $"{Number:N0}";
}

/// <summary>Which things to look for.</summary>
public enum SearchKind
{
    All,
    Posts,
    Documents,
    People,
    Spaces,
}
