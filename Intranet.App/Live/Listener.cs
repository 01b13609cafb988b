using System.Collections.Concurrent;

namespace Intranet.App.Live;

/// <summary>One screen's ear. What happens while it is busy waits and is handed over as one batch.</summary>
internal sealed class Listener(Func<IReadOnlyList<Happening>, Task> hear, Action<Listener> wake, Action<Listener> leave) : IDisposable
{
    private const int MostWaiting = 1000;
    private readonly ConcurrentQueue<Happening> _waiting = new();
    private int _scheduled;
    private volatile bool _gone;

    public void Offer(Happening happening)
    {
        if (_gone)
            return;
        _waiting.Enqueue(happening);
        while (_waiting.Count > MostWaiting && _waiting.TryDequeue(out _)) { }
        if (Interlocked.Exchange(ref _scheduled, 1) == 0)
            wake(this);
    }

    public async Task Deliver()
    {
        var batch = new List<Happening>();
        while (_waiting.TryDequeue(out var happening))
            batch.Add(happening);
        try
        {
            if (!_gone && batch.Count > 0)
                await hear(batch);
        }
        finally
        {
            Volatile.Write(ref _scheduled, 0);
            if (!_gone && !_waiting.IsEmpty && Interlocked.Exchange(ref _scheduled, 1) == 0)
                wake(this);
        }
    }

    public void Dispose()
    {
        _gone = true;
        leave(this);
    }
}
