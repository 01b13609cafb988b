namespace Intranet.App.Live;

/// <summary>One ear. What happens while it is busy waits and is handed over as one batch; if too much waited, the oldest is dropped and the ear is told. At rest it holds nothing.</summary>
internal sealed class Listener<T>(
    Func<IReadOnlyList<T>, bool, Task> hear,
    Deliveries deliveries,
    Action<Listener<T>> leave,
    int mostWaiting = 1000
) : IDisposable, IDue
{
    private List<T>? _waiting;
    private bool _scheduled;
    private bool _missed;
    private volatile bool _gone;

    public void Offer(T news)
    {
        if (_gone)
            return;
        lock (this)
        {
            _waiting ??= [];
            if (_waiting.Count == mostWaiting)
            {
                _waiting.RemoveAt(0);
                _missed = true;
            }
            _waiting.Add(news);
            if (_scheduled)
                return;
            _scheduled = true;
        }
        deliveries.Schedule(this);
    }

    public async Task Deliver()
    {
        List<T>? batch;
        bool missed;
        lock (this)
        {
            (batch, missed) = (_waiting, _missed);
            (_waiting, _missed) = (null, false);
        }
        try
        {
            if (!_gone && batch is not null)
                await hear(batch, missed);
        }
        finally
        {
            bool more;
            lock (this)
                more = _scheduled = _waiting is not null && !_gone;
            if (more)
                deliveries.Schedule(this);
        }
    }

    public void Dispose()
    {
        _gone = true;
        leave(this);
    }
}
