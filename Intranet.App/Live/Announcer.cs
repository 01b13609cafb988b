using System.Collections.Concurrent;
using System.Threading.Channels;
using Intranet.Domain.Activity;

namespace Intranet.App.Live;

/// <summary>Tells who listens that something happened. Announcing only enqueues; a worker per core delivers, so a poster never waits for anybody's screen.</summary>
public sealed class Announcer : IDisposable
{
    /// <summary>A screen that takes longer than this is passed over, so that it does not hold up the others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Subject, ConcurrentDictionary<Listener, byte>> _listeners = new();
    private readonly Channel<Listener> _due = System.Threading.Channels.Channel.CreateUnbounded<Listener>();
    private readonly ILogger<Announcer> _log;

    public Announcer(ILogger<Announcer> log)
    {
        _log = log;
        for (var i = 0; i < Environment.ProcessorCount; i++)
            _ = Task.Run(Deliver);
    }

    /// <summary>Calls <paramref name="hear"/> with what happens to the subject until the result is disposed. Never two calls at once.</summary>
    public IDisposable Listen(Subject subject, Func<IReadOnlyList<Happening>, Task> hear) => Listen([subject], hear);

    public IDisposable Listen(IReadOnlyCollection<Subject> subjects, Func<IReadOnlyList<Happening>, Task> hear)
    {
        Subject[] mine = [.. subjects.Distinct()];
        var listener = new Listener(hear, due => _due.Writer.TryWrite(due), gone => Forget(mine, gone));
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

    public void Dispose() => _due.Writer.TryComplete();

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

    private void Forget(Subject[] subjects, Listener listener)
    {
        foreach (var subject in subjects)
            if (_listeners.TryGetValue(subject, out var listeners))
                listeners.TryRemove(listener, out _);
    }

    private async Task Deliver()
    {
        await foreach (var listener in _due.Reader.ReadAllAsync())
        {
            try
            {
                await listener.Deliver().WaitAsync(Patience);
            }
            catch (Exception e) when (e is TimeoutException or ObjectDisposedException or InvalidOperationException)
            {
                _log.LogDebug(e, "A listener was passed over.");
            }
            catch (Exception e)
            {
                _log.LogError(e, "A listener failed.");
            }
        }
    }
}
