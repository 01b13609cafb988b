using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Intranet.App.Shared;

/// <summary>Keeps a failure inside its part of the screen: the log gets the error, the person a code to quote.</summary>
public sealed partial class Guarded(ILogger<Guarded> log) : ErrorBoundaryBase
{
    private string _code = "";

    protected override Task OnErrorAsync(Exception exception)
    {
        _code = SpokenCode.New(lettersPerGroup: 3);
        Failed(log, _code, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        builder.OpenComponent<Broken>(1);
        builder.AddComponentParameter(2, nameof(Broken.Code), _code);
        builder.AddComponentParameter(3, nameof(Broken.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A part of a screen failed, code {Code}")]
    private static partial void Failed(ILogger log, string code, Exception exception);
}
