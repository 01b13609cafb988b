namespace Intranet.App.Live;

/// <summary>Wakes whoever follows the ledger before its next beat.</summary>
public sealed class Bell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        lock (_rung)
            if (_rung.CurrentCount == 0)
                _rung.Release();
    }

    /// <summary>True when rung, false when the time is over.</summary>
    public Task<bool> Wait(TimeSpan longest, CancellationToken stop) => _rung.WaitAsync(longest, stop);

    public void Dispose() => _rung.Dispose();
}
