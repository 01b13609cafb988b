using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Keeping;

/// <summary>How long a space keeps its documents: what becomes of the trash and of old versions, what must stay, and whether a hold lies on everything.</summary>
public sealed class KeepingRule
{
    public const int UsualTrashDays = 30;
    public const int ShortestTrash = 1;
    public const int Longest = 36_500;
    public const int MostVersions = 10_000;

    private KeepingRule() { }

    public KeepingRule(Guid spaceId) => SpaceId = spaceId;

    public Guid SpaceId { get; private set; }

    /// <summary>What was removed longer ago than this is deleted for good.</summary>
    public int TrashDays { get; private set; } = UsualTrashDays;

    /// <summary>So many of the newest versions of each document are kept whatever their age; null keeps all of them.</summary>
    public int? Versions { get; private set; }

    /// <summary>A version younger than this is kept too.</summary>
    public int VersionDays { get; private set; } = 90;

    /// <summary>Nothing is deleted for good before it is so old; null when no rule asks for it.</summary>
    public int? LeastDays { get; private set; }

    /// <summary>Set while a hold lies on the space: then nothing is deleted for good, by nobody and by no rule.</summary>
    public DateTimeOffset? HeldAt { get; private set; }
    public Guid? HeldById { get; private set; }
    public string? HeldBecause { get; private set; }

    public bool Held => HeldAt is not null;

    /// <summary>Why something of this age is not deleted for good now; null when it may be.</summary>
    /// <param name="changedAt">When it last changed, or for a version when it was saved.</param>
    public string? Bars(DateTimeOffset changedAt, DateTimeOffset now) =>
        Held ? $"A hold lies on this space: nothing is deleted for good. {HeldBecause}"
        : LeastDays is { } least && changedAt > now.AddDays(-least) ? $"This space keeps everything for {least} days at least."
        : null;

    internal void Set(int trashDays, int? versions, int versionDays, int? leastDays)
    {
        if (trashDays is < ShortestTrash or > Longest)
            throw new Refusal($"The trash keeps what was removed for {ShortestTrash} to {Longest:N0} days.");
        if (versions is < 1 or > MostVersions)
            throw new Refusal($"Keep between 1 and {MostVersions:N0} versions of each document, or all of them.");
        if (versionDays is < 0 or > Longest || leastDays is < 1 or > Longest)
            throw new Refusal($"A number of days goes up to {Longest:N0}.");
        (TrashDays, Versions, VersionDays, LeastDays) = (trashDays, versions, versionDays, leastDays);
    }

    internal void Hold(Guid by, string because, DateTimeOffset at) => (HeldById, HeldBecause, HeldAt) = (by, because, at);

    internal void Release() => (HeldById, HeldBecause, HeldAt) = (null, null, null);
}
