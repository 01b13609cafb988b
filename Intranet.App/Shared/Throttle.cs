using System.Net;
using System.Net.Sockets;

namespace Intranet.App.Shared;

/// <summary>Slows down guessing: some tries are free, then each one doubles the wait. It counts what was tried, known account or not, so that it tells nothing.</summary>
public sealed class Throttle(TimeProvider clock)
{
    public const int FreeTries = 5;

    /// <summary>An office shares one address, so more people mistype from it.</summary>
    public const int FreeTriesPerAddress = 30;

    /// <summary>From all addresses together; the owner has own tries from the own address, but this bound holds for them too.</summary>
    public const int FreeTriesPerAccount = 100;

    private const int MostKeys = 20_000;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(2);

    private readonly Dictionary<string, Tries> _tries = [];
    private readonly Lock _lock = new();

    /// <summary>Takes one try from each key before anything is looked up, so that many at once do not slip through. Null when it may go on, otherwise how long to wait.</summary>
    public TimeSpan? Take(params ReadOnlySpan<(string Key, int Free)> keys)
    {
        lock (_lock)
        {
            // Read in here: whoever read the clock before waiting for the lock would find the other's try in its future.
            var now = clock.GetUtcNow();
            Forget(now);
            var wait = TimeSpan.Zero;
            foreach (var (key, _) in keys)
                if (_tries.TryGetValue(key, out var tries) && tries.Until - now > wait)
                    wait = tries.Until - now;
            if (wait > TimeSpan.Zero)
                return wait;
            foreach (var (key, free) in keys)
                _tries[key] = Next(_tries.GetValueOrDefault(key), free, now);
            return null;
        }
    }

    /// <summary>How long to wait before any of these is tried again; nothing is counted. For secrets nobody can guess, which many requests at once may carry.</summary>
    public TimeSpan? Wait(params ReadOnlySpan<string> keys)
    {
        lock (_lock)
        {
            var (now, wait) = (clock.GetUtcNow(), TimeSpan.Zero);
            foreach (var key in keys)
                if (_tries.TryGetValue(key, out var tries) && tries.Until - now > wait)
                    wait = tries.Until - now;
            return wait > TimeSpan.Zero ? wait : null;
        }
    }

    /// <summary>Whether this is said for the first time in a while; a code that was read over a shoulder is worth nothing any more.</summary>
    public bool FirstTime(string key, TimeSpan within)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            Forget(now);
            if (_tries.TryGetValue(key, out var said) && said.Until > now)
                return false;
            _tries[key] = new Tries(1, now, now + within);
            return true;
        }
    }

    /// <summary>It was right: the key starts afresh.</summary>
    public void Clear(string key)
    {
        lock (_lock)
            _tries.Remove(key);
    }

    /// <summary>It was right, but others share the key: only this try is given back.</summary>
    public void Return(string key)
    {
        lock (_lock)
            if (_tries.TryGetValue(key, out var tries))
                _tries[key] = tries with { Count = tries.Count - 1, Until = tries.At };
    }

    public static string Words(TimeSpan wait) =>
        wait.TotalSeconds <= 90
            ? $"Too many tries. Wait {Math.Ceiling(wait.TotalSeconds)} seconds, then try again."
            : $"Too many tries. Wait {Math.Ceiling(wait.TotalMinutes)} minutes, then try again.";

    /// <summary>Where somebody comes from. One household or firm gets one IPv6 network of 64 bits; counting single addresses in it would count nothing.</summary>
    public static string AddressOf(HttpContext? http)
    {
        var address = http?.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"address {Convert.ToHexString(address.GetAddressBytes(), 0, 8)}"
            : $"address {address}";
    }

    private static Tries Next(Tries past, int free, DateTimeOffset now)
    {
        var count = past.At < now - Memory ? 1 : past.Count + 1;
        if (count < free)
            return new Tries(count, now, now);
        var wait = FirstWait * Math.Pow(2, Math.Min(count - free, 10));
        return new Tries(count, now, now + (wait < LongestWait ? wait : LongestWait));
    }

    private void Forget(DateTimeOffset now)
    {
        if (_tries.Count < MostKeys)
            return;
        foreach (var (key, tries) in _tries)
            if (tries.At < now - Memory)
                _tries.Remove(key);
        // Still full: somebody walks through invented accounts. The oldest go, the address itself stays slowed.
        foreach (var (key, _) in _tries.OrderBy(t => t.Value.At).Take(Math.Max(0, _tries.Count - MostKeys * 3 / 4)).ToList())
            _tries.Remove(key);
    }

    private readonly record struct Tries(int Count, DateTimeOffset At, DateTimeOffset Until);
}
