namespace Intranet.Domain.Access;

/// <summary>Lets a program act as a person, until it expires or is withdrawn. Only a hash is kept.</summary>
public sealed class AccessToken(Guid id, Guid personId, string name, string hash, DateTimeOffset at, DateTimeOffset expiresAt)
{
    public const int NameLimit = 80;

    public Guid Id { get; private set; } = id;
    public Guid PersonId { get; private set; } = personId;
    public string Name { get; private set; } = name;

    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = hash;
    public DateTimeOffset At { get; private set; } = at;
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;
    public DateTimeOffset? WithdrawnAt { get; set; }
}
