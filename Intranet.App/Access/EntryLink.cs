using System.Security.Cryptography;
using System.Text;

namespace Intranet.App.Access;

/// <summary>A link by which one person sets a password, once. Only a hash of its secret is kept.</summary>
public sealed class EntryLink(string hash, Guid personId, DateTimeOffset expiresAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>SHA-256 of the secret, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = hash;
    public Guid PersonId { get; private set; } = personId;
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
