using System.Collections.Concurrent;

namespace Intranet.App.Data;

/// <summary>
/// Reads SQLite through connections that stay open with their contexts and translated statements: opening, making and translating
/// take longer than most reads. Each serves one read at a time, and whoever finds none idle gets a new one.
/// </summary>
internal sealed class Readers(string address, TimeProvider clock) : IDisposable
{
    /// <summary>How many stay when nobody reads; each holds statements and pages in memory.</summary>
    private const int Most = 8;

    private readonly ConcurrentStack<ReadingConnection> _idle = [];
    private bool _closed;

    public async Task<T> Read<T>(Viewer viewer, bool atOnce, Func<IntranetDb, Task<T>> ask)
    {
        if (!_idle.TryPop(out var reader))
            reader = new ReadingConnection(address);
        T result;
        try
        {
            result = await reader.Read(viewer, clock.GetUtcNow(), atOnce, ask);
        }
        catch
        {
            // How far it came is not worth knowing.
            reader.Dispose();
            throw;
        }
        if (_idle.Count < Most && !reader.Spent)
            _idle.Push(reader);
        else
            reader.Dispose();
        if (Volatile.Read(ref _closed))
            Clear();
        return result;
    }

    public void Dispose()
    {
        Volatile.Write(ref _closed, true);
        Clear();
    }

    private void Clear()
    {
        while (_idle.TryPop(out var reader))
            reader.Dispose();
    }
}
