namespace Intranet.App.Shared;

/// <summary>One sign-in on one device; ending it ends the cookie and the open screens that came from it.</summary>
public sealed class Session(Guid id, Guid personId, string device, string address, DateTimeOffset at)
{
    public const int DeviceLimit = 120;
    public const int AddressLimit = 64;

    public Guid Id { get; private set; } = id;
    public Guid PersonId { get; private set; } = personId;

    /// <summary>Browser and system, in words.</summary>
    public string Device { get; private set; } = device;
    public string Address { get; private set; } = address;
    public DateTimeOffset At { get; private set; } = at;
    public DateTimeOffset LastSeenAt { get; private set; } = at;
    public DateTimeOffset? EndedAt { get; private set; }
}
