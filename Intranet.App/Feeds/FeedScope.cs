using Intranet.Domain.Feeds;

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

    /// <summary>Whether a post that came belongs into this feed. Topics and saved posts are lists one looks up, so nothing arrives there.</summary>
    public bool Takes(PostCard card, IReadOnlyDictionary<Guid, Standing> standings) =>
        this switch
        {
            Home => standings.ContainsKey(card.SpaceId),
            Space space => space.Id == card.SpaceId,
            By by => by.PersonId == card.By.Id,
            One one => one.PostId == card.Id,
            _ => false,
        };

    /// <summary>Whether posts of a space can stand in this feed.</summary>
    public bool Draws(Guid space, IReadOnlyDictionary<Guid, Standing> standings) =>
        this switch
        {
            Home => standings.ContainsKey(space),
            Space only => only.Id == space,
            _ => true,
        };

    /// <summary>Whether a post stands above the others as long as it is pinned: only in its own space.</summary>
    public bool Pins(PostCard card) => this is Space && card.Pinned;

    /// <summary>Whether a post stands above the others until this reader has seen it, if they have not yet. It stays there until the page is opened anew.</summary>
    public bool Awaits(PostCard card, bool own) => this is Home or Space && card.Kind == PostKind.Announcement && !own;
}
