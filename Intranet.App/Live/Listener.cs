using System.Collections.Concurrent;

namespace Intranet.App.Live;

/// <summary>One ear. What happens while it is busy waits and is handed over as one batch; if too much waited, the oldest is dropped and the ear is told.</summary>
internal sealed class Listener<T>(
    Func<IReadOnlyList<T>, bool, Task> hear,
    Deliveries deliveries,
    Action<Listener<T>> leave,
    int mostWaiting = 1000
) : IDisposable, IDue
{
    private readonly ConcurrentQueue<T> _waiting = new();
    private int _count;
    private int _scheduled;
    private int _missed;
    private volatile bool _gone;

    public void Offer(T news)
    {
        if (_gone)
            return;
        _waiting.Enqueue(news);
        if (Interlocked.Increment(ref _count) > mostWaiting && _waiting.TryDequeue(out _))
        {
            Interlocked.Decrement(ref _count);
            Volatile.Write(ref _missed, 1);
        }
        if (Interlocked.Exchange(ref _scheduled, 1) == 0)
            deliveries.Schedule(this);
    }

    public async Task Deliver()
    {
        var batch = new List<T>();
        while (_waiting.TryDequeue(out var news))
        {
            Interlocked.Decrement(ref _count);
            batch.Add(news);
        }
        try
        {
            if (!_gone && batch.Count > 0)
                await hear(batch, Interlocked.Exchange(ref _missed, 0) == 1);
        }
        finally
        {
            Volatile.Write(ref _scheduled, 0);
            if (!_gone && !_waiting.IsEmpty && Interlocked.Exchange(ref _scheduled, 1) == 0)
                deliveries.Schedule(this);
        }
    }

    public void Dispose()
    {
        _gone = true;
        leave(this);
    }
}
