namespace Intranet.Domain.Documents;

/// <summary>Somebody has opened a version of a document; the last time is kept. Counted; never shown by name.</summary>
public sealed class Opening(Guid versionId, Guid personId, Guid spaceId, DateTimeOffset at)
{
    public Guid VersionId { get; private set; } = versionId;
    public Guid PersonId { get; private set; } = personId;
    public Guid SpaceId { get; private set; } = spaceId;
    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Whether opening it now is news: once a day is.</summary>
    public bool IsOld(DateTimeOffset now) => now.UtcDateTime.Date > At.UtcDateTime.Date;

    public void Again(DateTimeOffset at) => At = at;
}
