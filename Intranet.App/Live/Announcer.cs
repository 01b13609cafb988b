using System.Collections.Concurrent;
using Intranet.Domain.Activity;

namespace Intranet.App.Live;

/// <summary>Tells who listens that something happened. Announcing only enqueues, so a poster never waits for anybody's screen.</summary>
public sealed class Announcer(ILogger<Announcer> log) : IDisposable
{
    private readonly ConcurrentDictionary<Subject, ConcurrentDictionary<Listener<Happening>, byte>> _listeners = new();
    private readonly Deliveries _deliveries = new(log);

    /// <summary>Calls <paramref name="hear"/> with what happens to the subject until the result is disposed. Never two calls at once.</summary>
    public IDisposable Listen(Subject subject, Func<IReadOnlyList<Happening>, Task> hear) => Listen([subject], hear);

    public IDisposable Listen(IReadOnlyCollection<Subject> subjects, Func<IReadOnlyList<Happening>, Task> hear) =>
        Listen(subjects, (batch, _) => hear(batch));

    /// <summary>The same for an ear that wants to know when it was too slow and something was dropped.</summary>
    public IDisposable Listen(IReadOnlyCollection<Subject> subjects, Func<IReadOnlyList<Happening>, bool, Task> hear)
    {
        Subject[] mine = [.. subjects.Distinct()];
        var listener = new Listener<Happening>(hear, _deliveries, gone => Forget(mine, gone));
        foreach (var subject in mine)
            _listeners.GetOrAdd(subject, _ => new())[listener] = 0;
        return listener;
    }

    public void Announce(IReadOnlyList<Happening> happenings)
    {
        foreach (var happening in happenings)
        {
            Tell(Subject.Everything, happening);
            if (happening.SpaceId is { } space)
                Tell(Subject.Space(space), happening);
            foreach (var person in People(happening))
                Tell(Subject.Person(person), happening);
        }
    }

    /// <summary>Wakes who listens to a subject without anything having been done: what follows from an act is ready now.</summary>
    public void Nudge(Subject subject) => Tell(subject, default);

    public void Dispose() => _deliveries.Dispose();

    private static IEnumerable<Guid> People(Happening happening)
    {
        Guid?[] concerned = [happening.ActorId, happening.OwnerId, happening.ThingKind == ThingKind.Person ? happening.ThingId : null];
        return concerned.OfType<Guid>().Distinct();
    }

    private void Tell(Subject subject, Happening happening)
    {
        if (_listeners.TryGetValue(subject, out var listeners))
            foreach (var listener in listeners.Keys)
                listener.Offer(happening);
    }

    private void Forget(Subject[] subjects, Listener<Happening> listener)
    {
        foreach (var subject in subjects)
            if (_listeners.TryGetValue(subject, out var listeners))
                listeners.TryRemove(listener, out _);
    }
}
