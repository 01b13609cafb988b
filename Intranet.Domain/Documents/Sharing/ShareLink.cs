using System.Security.Cryptography;
using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Sharing;

/// <summary>Whoever has this link reads a document or folder, or hands files in, without an account. It always ends.</summary>
public sealed class ShareLink
{
    public static readonly TimeSpan Usual = TimeSpan.FromDays(30);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);
    public const int MostDownloads = 100_000;
    public const int TitleLimit = 120;

    /// <summary>Links that hold at one time in one space.</summary>
    public const int MostInSpace = 500;

    private ShareLink() { }

    internal ShareLink(Guid id, Node node, ShareKind kind, Guid makerId, LinkTerms terms, string clientKey, DateTimeOffset at)
    {
        (Id, SpaceId, NodeId, Kind, MadeById, MadeAt, ClientKey) = (id, node.SpaceId, node.Id, kind, makerId, at, clientKey);
        (ExpiresAt, PasswordHash, DownloadLimit) = (terms.ExpiresAt, terms.PasswordHash, terms.Downloads);
        Title = OneLine.Of(terms.Title) is { Length: > 0 } title ? title : null;
        // 160 bits from the system: nobody finds a link by trying.
        Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid NodeId { get; private set; }
    public ShareKind Kind { get; private set; }

    /// <summary>The secret part of the address. Kept as it is, so that members can copy the link again.</summary>
    public string Key { get; private set; } = "";
    public Guid MadeById { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Unique per maker, so that a retry makes no second link.</summary>
    public string ClientKey { get; private set; } = "";
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Null when the link alone opens it.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>How many downloads, or files handed in, it allows; null when only its end bounds it.</summary>
    public int? DownloadLimit { get; private set; }
    public int Downloads { get; private set; }
    public int Views { get; private set; }

    /// <summary>What outsiders read above it; for files that are asked for, what is wanted.</summary>
    public string? Title { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Guid? WithdrawnById { get; private set; }

    public bool Withdrawn => WithdrawnAt is not null;

    public bool Holds(DateTimeOffset now) => !Withdrawn && ExpiresAt > now;

    public bool UsedUp => Downloads >= DownloadLimit;

    internal void Withdraw(Guid by, DateTimeOffset at) => (WithdrawnById, WithdrawnAt) = (by, at);
}

/// <summary>What a link is for.</summary>
public enum ShareKind
{
    /// <summary>Outsiders read.</summary>
    Read = 0,

    /// <summary>Outsiders hand files in, and see nothing.</summary>
    Receive = 1,
}

/// <summary>How far a link goes.</summary>
public sealed record LinkTerms(DateTimeOffset ExpiresAt, string? PasswordHash = null, int? Downloads = null, string? Title = null);
