using Intranet.App.Live;
using Intranet.Domain.Activity;

namespace Intranet.App.Feeds;

/// <summary>What an open feed is told.</summary>
public abstract record FeedNews
{
    /// <summary>What became of one post, read once for all screens that may see it. Without a card the post is gone.</summary>
    public sealed record Of(Guid PostId, PostCard? Card, IReadOnlyList<CommentCard> Comments, IReadOnlySet<Guid> Actors, FeedChange Change)
        : FeedNews;

    /// <summary>The person did something to a post that only they see, maybe on another screen.</summary>
    public sealed record Kept(Guid PostId) : FeedNews;

    /// <summary>A document, or a folder with documents in it, is another than before.</summary>
    public sealed record Filed(Happening What) : FeedNews;

    /// <summary>What the space is called, or who may see what is in it, has changed.</summary>
    public sealed record Governed(Guid SpaceId) : FeedNews;
}

/// <summary>What a change means for a list of posts, beyond other words and numbers on the one it happened to.</summary>
[Flags]
public enum FeedChange
{
    None = 0,

    /// <summary>Nobody has had it on screen before.</summary>
    Published = 1,

    /// <summary>It may stand where it did not stand before: brought back, or pinned.</summary>
    Returned = 2,

    /// <summary>It reads differently, also where it is quoted.</summary>
    Reworded = 4,
}

/// <summary>Which happenings a feed must look at, and how.</summary>
internal static class FeedRelevance
{
    /// <summary>Something was said, changed or counted under a post.</summary>
    public static bool OfPost(Happening happening) =>
        happening.PostId is not null && happening.SpaceId is not null && happening.Verb is not (Verb.Opened or Verb.Mentioned);

    /// <summary>What stands in a card of a document may have changed.</summary>
    public static bool OfDocument(Happening happening) =>
        happening
            is {
                ThingKind: ThingKind.File or ThingKind.Folder,
                Verb: Verb.FileVersioned
                    or Verb.WikiEdited
                    or Verb.FileRenamed
                    or Verb.FileMoved
                    or Verb.FileRemoved
                    or Verb.FileRestored
                    or Verb.FileDeleted
            };

    /// <summary>A post was seen by one more person: worth telling, but not worth hurrying for.</summary>
    public static bool OfSeen(Happening happening) => happening is { Verb: Verb.Opened, PostId: not null, SpaceId: not null };

    /// <summary>Somebody may see more or less than before, or is called otherwise.</summary>
    public static bool OfPerson(Happening happening) =>
        happening.Verb
            is Verb.Joined
                or Verb.Left
                or Verb.Admitted
                or Verb.Expelled
                or Verb.RoleChanged
                or Verb.OwnerAppointed
                or Verb.PersonDeactivated
                or Verb.PersonReactivated
                or Verb.PersonChanged;

    /// <summary>Everybody who has to do with the space may see more or less than before, or may do more or less in it.</summary>
    public static bool OfSpace(Happening happening) =>
        happening is { SpaceId: not null, Verb: Verb.SpaceChanged or Verb.SpaceArchived or Verb.SpaceReopened };

    public static FeedChange Change(Happening happening) =>
        happening.Verb switch
        {
            Verb.Posted or Verb.Asked or Verb.Announced or Verb.Praised or Verb.Polled or Verb.Shared => FeedChange.Published,
            Verb.Restored when happening.ThingKind == ThingKind.Post => FeedChange.Returned | FeedChange.Reworded,
            Verb.Pinned => FeedChange.Returned,
            Verb.Edited or Verb.Removed when happening.ThingKind == ThingKind.Post => FeedChange.Reworded,
            _ => FeedChange.None,
        };
}
