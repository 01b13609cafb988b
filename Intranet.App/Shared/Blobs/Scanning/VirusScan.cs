using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs.Scanning;

/// <summary>Has a content looked at before anybody can open it. Where a scanner is set, nothing gets past it unlooked at.</summary>
public sealed partial class VirusScan(Clamd clamd, Quarantine quarantine, TimeProvider clock, ILogger<VirusScan> log)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>Looks at a file that lies whole in the landing; one in which something is found goes to the quarantine.</summary>
    /// <exception cref="Refusal">Something was found, or there is no verdict.</exception>
    public async Task Pass(string file, string name, Guid personId, string key, CancellationToken stop)
    {
        if (!clamd.IsSet || !File.Exists(file))
            return;
        if (await Ask(file, stop) is not { } found)
            return;
        await quarantine.Take(file, new Caught(clock.GetUtcNow(), found, name, personId, key));
        Infected(log, found, key, personId);
        throw new Refusal($"The virus scanner found {found} in {name}. The file was not taken; tell whoever runs this intranet.");
    }

    /// <summary>Why nothing can be looked at now; null when it can, or nothing is to be.</summary>
    public async Task<string?> Silence(CancellationToken stop)
    {
        if (!clamd.IsSet)
            return null;
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(Soon);
        try
        {
            await clamd.Ask(Stream.Null, soon.Token);
            return null;
        }
        catch (ClamdSilence silence)
        {
            return silence.Message;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return "clamd is slow to answer.";
        }
    }

    private async Task<string?> Ask(string file, CancellationToken stop)
    {
        try
        {
            await using var content = File.OpenRead(file);
            return await clamd.Ask(content, stop);
        }
        catch (ClamdSilence silence)
        {
            Silent(log, silence.Message);
            throw silence.TooLarge
                ? new Refusal(
                    "This file is larger than the virus scanner of this intranet takes, so it is not taken. Tell whoever runs it."
                )
                : new Refusal("The virus scanner does not answer. What has arrived is kept; try again in a few minutes.", passing: true);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Found} was found in the content {Key} that person {PersonId} sent; it lies in quarantine."
    )]
    private static partial void Infected(ILogger log, string found, string key, Guid personId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files that arrive are not taken: {Because}")]
    private static partial void Silent(ILogger log, string because);
}
