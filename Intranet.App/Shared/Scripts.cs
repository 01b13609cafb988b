using Microsoft.JSInterop;

namespace Intranet.App.Shared;

/// <summary>The script of one part of a screen: a module with `attach`, whose answer has `detach`.</summary>
internal static class Scripts
{
    /// <summary>Null when the screen was closed while it opened.</summary>
    public static async Task<IJSObjectReference?> Attach(this IJSRuntime js, string path, params object?[] values)
    {
        try
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", path);
            return await module.InvokeAsync<IJSObjectReference>("attach", values);
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            return null;
        }
    }

    public static async Task Detach(this IJSObjectReference? script)
    {
        if (script is null)
            return;
        try
        {
            await script.InvokeVoidAsync("detach");
            await script.DisposeAsync();
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and what listened in it.
        }
    }
}
