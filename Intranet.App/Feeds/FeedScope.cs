namespace Intranet.App.Feeds;

/// <summary>Which posts a feed is made of.</summary>
public abstract record FeedScope
{
    /// <summary>Everything from the spaces one is in.</summary>
    public sealed record Home : FeedScope;

    public sealed record Space(Guid Id) : FeedScope;

    public sealed record Topic(string Name) : FeedScope;

    /// <summary>What one saved.</summary>
    public sealed record Saved : FeedScope;

    /// <summary>What one person wrote, as far as one may see it.</summary>
    public sealed record By(Guid PersonId) : FeedScope;

    /// <summary>A single post on its own page.</summary>
    public sealed record One(Guid PostId) : FeedScope;
}
