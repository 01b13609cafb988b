namespace Intranet.App.Data;

/// <summary>
/// Acts on SQLite take turns, because it has one writer, and on one connection, because its page cache stays valid as long as nobody
/// else writes. Who waits for a turn joins the transaction that is open, behind a savepoint of their own; all are answered when it is
/// committed. Waiting here is fair and cheap; waiting in SQLite is neither.
/// </summary>
internal sealed class Turns(string address, TimeProvider clock) : IDisposable
{
    /// <summary>Acts that share a commit at most, so that the first does not wait long for the last.</summary>
    private const int Most = 16;

    private readonly SemaphoreSlim _gate = new(1);
    private WritingConnection? _connection;
    private Round? _round;
    private int _waiting;
    private bool _closed;

    /// <summary>Runs one act and returns when it is committed. One that takes long goes alone, so that no quick one waits for it to be committed.</summary>
    public async Task<T> Take<T>(Viewer viewer, bool alone, Func<IntranetDb, Task<T>> act)
    {
        Interlocked.Increment(ref _waiting);
        await _gate.WaitAsync();
        Interlocked.Decrement(ref _waiting);
        Round round;
        T result;
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (alone)
                Finish();
            _connection ??= new WritingConnection(address, clock, Between);
            round = _round ??= _connection.Begin();
            try
            {
                result = await round.Run(viewer, clock.GetUtcNow(), act);
            }
            finally
            {
                if (alone || round.Acts == Most || Volatile.Read(ref _waiting) == 0)
                    Finish();
            }
        }
        finally
        {
            _gate.Release();
        }
        await round.Over;
        return result;
    }

    /// <summary>Waits its turn: an act that has begun is committed, one that still waits is refused. The gate stays, because those stand at it.</summary>
    public void Dispose()
    {
        _gate.Wait();
        try
        {
            if (_closed)
                return;
            _closed = true;
            Finish();
        }
        finally
        {
            _gate.Release();
        }
        _connection?.Dispose();
    }

    /// <summary>Runs something on the connection while no act is under way; nothing any more once it is closed.</summary>
    private async Task Between(Action run)
    {
        await _gate.WaitAsync();
        try
        {
            if (_closed)
                return;
            Finish();
            run();
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Finish()
    {
        if (_round is null)
            return;
        _round.Finish();
        _round = null;
        _connection!.Checkpoints.Committed();
    }
}
