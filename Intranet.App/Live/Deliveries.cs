using System.Threading.Channels;

namespace Intranet.App.Live;

/// <summary>An ear that has something waiting.</summary>
internal interface IDue
{
    Task Deliver();
}

/// <summary>Hands out what waits, one worker per core: no poster waits for anybody's screen, and no crowd of screens starves the others.</summary>
internal sealed class Deliveries : IDisposable
{
    /// <summary>An ear that takes longer than this is passed over, so that it does not hold up the others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<IDue> _due = Channel.CreateUnbounded<IDue>();
    private readonly ILogger _log;

    public Deliveries(ILogger log)
    {
        _log = log;
        for (var i = 0; i < Environment.ProcessorCount; i++)
            _ = Task.Run(Work);
    }

    public void Schedule(IDue due) => _due.Writer.TryWrite(due);

    public void Dispose() => _due.Writer.TryComplete();

    private async Task Work()
    {
        await foreach (var due in _due.Reader.ReadAllAsync())
        {
            try
            {
                await due.Deliver().WaitAsync(Patience);
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
