using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Keeping;

/// <summary>How long a space keeps its documents: what becomes of the trash and of old versions, what must stay, and whether a hold lies on everything.</summary>
public sealed class KeepingRule
{
    public const int UsualTrashDays = 30;
    public const int ShortestTrash = 1;
    public const int Longest = 36_500;
    public const int ShortestExpiry = 30;

    /// <summary>So long a new rule waits; and people are told no longer before that something goes.</summary>
    public const int NoticeDays = 30;
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

    /// <summary>What nobody changed for so long goes to the trash; null lets everything stay.</summary>
    public int? ExpiryDays { get; private set; }

    /// <summary>Since when that holds. Nothing goes by it before people had notice.</summary>
    public DateTimeOffset? ExpirySince { get; private set; }

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

    /// <summary>How long before people are told: never for most of the time that a document may lie unchanged.</summary>
    public TimeSpan Notice => TimeSpan.FromDays(Math.Min(NoticeDays, (ExpiryDays ?? Longest) / 3));

    /// <summary>When a document goes to the trash by this rule; null when it stays. Folders and what was approved stay.</summary>
    public DateTimeOffset? Goes(Node node)
    {
        if (
            ExpiryDays is not { } days
            || ExpirySince is not { } since
            || Held
            || node.IsFolder
            || node.Removed
            || node.ApprovedNumber is not null
        )
            return null;
        var quiet = node.KeptAt > node.ChangedAt ? node.KeptAt.Value : node.ChangedAt;
        var (due, notice) = (quiet.AddDays(days), since.AddDays(NoticeDays));
        return due > notice ? due : notice;
    }

    /// <summary>Puts what is due into the trash; nobody acts.</summary>
    public void Expire(Node node, DateTimeOffset at)
    {
        if (!(Goes(node) <= at))
            throw new InvalidOperationException("The rule does not take this now.");
        node.Expire(at);
    }

    internal void Set(KeepingTerms terms, DateTimeOffset at)
    {
        var (trashDays, versions, versionDays, leastDays, expiryDays) = terms;
        if (trashDays is < ShortestTrash or > Longest)
            throw new Refusal($"The trash keeps what was removed for {ShortestTrash} to {Longest:N0} days.");
        if (versions is < 1 or > MostVersions)
            throw new Refusal($"Keep between 1 and {MostVersions:N0} versions of each document, or all of them.");
        if (versionDays is < 0 or > Longest || leastDays is < 1 or > Longest)
            throw new Refusal($"A number of days goes up to {Longest:N0}.");
        if (expiryDays is < ShortestExpiry or > Longest)
            throw new Refusal($"What nobody changes goes to the trash after {ShortestExpiry} to {Longest:N0} days, or never.");
        if (expiryDays != ExpiryDays)
            ExpirySince = expiryDays is null ? null : at;
        (TrashDays, Versions, VersionDays, LeastDays, ExpiryDays) = (trashDays, versions, versionDays, leastDays, expiryDays);
    }

    internal void Hold(Guid by, string because, DateTimeOffset at) => (HeldById, HeldBecause, HeldAt) = (by, because, at);

    /// <summary>What waited because of the hold does not go at once: people have notice again.</summary>
    internal void Release(DateTimeOffset at)
    {
        (HeldById, HeldBecause, HeldAt) = (null, null, null);
        if (ExpiryDays is not null)
            ExpirySince = at;
    }
}
