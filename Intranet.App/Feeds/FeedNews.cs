using Intranet.App.Live;
using Intranet.Domain.Activity;

namespace Intranet.App.Feeds;

/// <summary>What became of one post, read once for all screens that may see it. Without a card the post is gone.</summary>
public sealed record FeedNews(Guid PostId, PostCard? Card, IReadOnlyList<CommentCard> Comments, IReadOnlySet<Guid> Actors);

/// <summary>Which happenings a feed must look at, and how.</summary>
internal static class FeedRelevance
{
    /// <summary>Something was said, changed or counted under a post.</summary>
    public static bool OfPost(Happening happening) =>
        happening.PostId is not null && happening.SpaceId is not null && happening.Verb is not (Verb.Opened or Verb.Mentioned);

    /// <summary>A post was seen by one more person: worth telling, but not worth hurrying for.</summary>
    public static bool OfSeen(Happening happening) => happening is { Verb: Verb.Opened, PostId: not null, SpaceId: not null };

    /// <summary>Somebody may see more or less than before.</summary>
    public static bool OfRights(Happening happening) =>
        happening.Verb
            is Verb.SpaceChanged
                or Verb.SpaceArchived
                or Verb.SpaceReopened
                or Verb.Joined
                or Verb.Left
                or Verb.Admitted
                or Verb.Expelled
                or Verb.RoleChanged
                or Verb.OwnerAppointed
                or Verb.PersonDeactivated
                or Verb.PersonReactivated
                or Verb.PersonChanged;

    /// <summary>Whether a change of rights concerns everybody rather than single people.</summary>
    public static bool ConcernsAll(Happening happening) => happening.Verb is Verb.SpaceChanged or Verb.SpaceArchived or Verb.SpaceReopened;

    /// <summary>What must disappear or change even where the post stands only as a quote.</summary>
    public static bool ReachesQuotes(Happening happening) => happening.Verb is Verb.Removed or Verb.Restored or Verb.Edited;
}
