using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.Access;

namespace Intranet.App.Documents;

/// <summary>Tidies up once an hour, as nobody; what cannot be done now is tried again in an hour and takes nothing else along.</summary>
public abstract class HourlySweep(Store store, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected Store Store { get; } = store;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Pause, Store.Clock);
        try
        {
            await Task.Delay(Grace.Span, Store.Clock, stoppingToken);
            do
            {
                try
                {
                    await Sweep();
                }
                catch (Refusal away)
                {
                    log.LogWarning("{Sweep} is tried again in an hour: {Because}", GetType().Name, away.Message);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(e, "{Sweep} failed; it is tried again in an hour.", GetType().Name);
                }
            } while (await beat.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The intranet stops.
        }
    }

    public abstract Task Sweep();
}
