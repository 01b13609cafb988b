namespace Intranet.Domain.Access;

/// <summary>Lets one program of a person open their documents, and nothing else, until it is withdrawn. Only a hash is kept.</summary>
public sealed class AppPassword(Guid id, Guid personId, string name, string hash, DateTimeOffset at)
{
    public const int NameLimit = 80;

    public Guid Id { get; private set; } = id;
    public Guid PersonId { get; private set; } = personId;
    public string Name { get; private set; } = name;

    /// <summary>SHA-256 of the password, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = hash;
    public DateTimeOffset At { get; private set; } = at;
    public DateTimeOffset? LastUsedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;
}
