using MessagePack;

namespace Intranet.App.Api;

/// <summary>What a client of the hub at /hubs/live is told.</summary>
public interface ILiveClient
{
    /// <summary>Something happened in a followed space. Ids and kinds only: read again what you may see.</summary>
    Task Happened(HappenedMessage happened);

    /// <summary>The space can no longer be seen; nothing more will come from it.</summary>
    Task Dropped(Guid spaceId);
}

/// <summary>Ids and kind of one act. The names are the same in JSON and MessagePack.</summary>
/// <param name="Id">The act's number in the ledger; rising, with gaps.</param>
/// <param name="Verb">What was done, such as "Posted" or "Commented".</param>
/// <param name="SpaceId">The space it was done in.</param>
/// <param name="Thing">What it was done to: "Post", "Comment", "Person", "Space", "File" or "Page".</param>
/// <param name="ThingId">The thing's id.</param>
/// <param name="PostId">The post it belongs to, if any.</param>
[MessagePackObject]
public sealed record HappenedMessage(
    [property: Key("id")] long Id,
    [property: Key("verb")] string Verb,
    [property: Key("spaceId")] Guid SpaceId,
    [property: Key("thing")] string Thing,
    [property: Key("thingId")] Guid? ThingId,
    [property: Key("postId")] Guid? PostId
);
