using System.Collections.Concurrent;

namespace Intranet.App.Live;

/// <summary>Who has a space open just now, and who writes in it. Held in memory only: it is gone when the screen is.</summary>
public sealed class Presence(TimeProvider clock, ILogger<Presence> log) : IDisposable
{
    private static readonly TimeSpan Writes = TimeSpan.FromSeconds(6);

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Guest, byte>> _rooms = new();
    private readonly Deliveries _deliveries = new(log);

    /// <summary>Comes into the space until the result is disposed; whoever does not want to be shown still hears of the others.</summary>
    public IDisposable Enter(Guid spaceId, Guid personId, bool shown, Func<Task> changed)
    {
        var room = _rooms.GetOrAdd(spaceId, _ => new());
        var guest = new Guest(personId, shown, (_, _) => changed(), _deliveries, gone => Leave(spaceId, gone));
        room[guest] = 0;
        Tell(spaceId);
        return guest.Ear;
    }

    /// <summary>Says that the person writes in the space; it fades after a few seconds.</summary>
    public void Write(Guid spaceId, Guid personId)
    {
        if (!_rooms.TryGetValue(spaceId, out var room))
            return;
        var now = clock.GetUtcNow();
        var fresh = false;
        foreach (var guest in room.Keys.Where(g => g.PersonId == personId && g.Shown))
        {
            fresh |= guest.WritesUntil < now;
            guest.WritesUntil = now + Writes;
        }
        if (!fresh)
            return;
        Tell(spaceId);
        _ = Fade(spaceId);
    }

    /// <summary>Who is here, and who of them writes; only those who are shown.</summary>
    public (IReadOnlyCollection<Guid> Here, IReadOnlyCollection<Guid> Writing) In(Guid spaceId)
    {
        if (!_rooms.TryGetValue(spaceId, out var room))
            return ([], []);
        var now = clock.GetUtcNow();
        var shown = room.Keys.Where(g => g.Shown).ToList();
        return (shown.Select(g => g.PersonId).ToHashSet(), shown.Where(g => g.WritesUntil > now).Select(g => g.PersonId).ToHashSet());
    }

    public void Dispose() => _deliveries.Dispose();

    /// <summary>Looks again until nobody in the space is said to be writing, so that the words go away by themselves.</summary>
    private async Task Fade(Guid spaceId)
    {
        do await Task.Delay(Writes, clock);
        while (In(spaceId).Writing.Count > 0);
        Tell(spaceId);
    }

    private void Leave(Guid spaceId, Guest guest)
    {
        if (!_rooms.TryGetValue(spaceId, out var room))
            return;
        room.TryRemove(guest, out _);
        Tell(spaceId);
    }

    private void Tell(Guid spaceId)
    {
        if (_rooms.TryGetValue(spaceId, out var room))
            foreach (var guest in room.Keys)
                guest.Ear.Offer(0);
    }

    private sealed class Guest
    {
        private long _writesUntil;

        public Guest(Guid personId, bool shown, Func<IReadOnlyList<int>, bool, Task> changed, Deliveries deliveries, Action<Guest> leave)
        {
            (PersonId, Shown) = (personId, shown);
            Ear = new Listener<int>(changed, deliveries, _ => leave(this), mostWaiting: 1);
        }

        public Guid PersonId { get; }
        public bool Shown { get; }
        public Listener<int> Ear { get; }

        public DateTimeOffset WritesUntil
        {
            get => new(Interlocked.Read(ref _writesUntil), TimeSpan.Zero);
            set => Interlocked.Exchange(ref _writesUntil, value.UtcTicks);
        }
    }
}
