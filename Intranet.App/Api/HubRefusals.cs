using Microsoft.AspNetCore.SignalR;

namespace Intranet.App.Api;

/// <summary>SignalR logs a refusal like a bug, with all its frames, so that whoever asks often fills the log. Here bugs are logged and refusals only answered.</summary>
internal sealed partial class HubRefusals(ILogger<HubRefusals> log) : IHubFilter
{
    /// <summary>Where SignalR itself logs what a hub method threw.</summary>
    public const string Dispatcher = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext context, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception e) when (e is not HubException)
        {
            Failed(log, context.HubMethodName, e);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The hub failed in {Method}")]
    private static partial void Failed(ILogger log, string method, Exception exception);
}
