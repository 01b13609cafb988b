using Microsoft.JSInterop;

namespace Intranet.App.Shared;

/// <summary>
/// The script of one part of a screen: a module with `attach`, whose answer has `detach`. The part may be closed at any moment, also while its
/// script begins or is spoken to; then what was said is lost, and nothing else.
/// </summary>
internal sealed class Script<T>(T part) : IAsyncDisposable
    where T : class
{
    private IJSObjectReference? _hand;
    private bool _gone;

    /// <summary>By which the script calls back.</summary>
    public DotNetObjectReference<T> Self { get; } = DotNetObjectReference.Create(part);

    public bool Runs => _hand is not null && !_gone;

    public Task Attach(IJSRuntime js, string path, params object?[] values) =>
        WhileThere(async () =>
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", path);
            if (_gone)
                return;
            _hand = await module.InvokeAsync<IJSObjectReference>("attach", values);
            if (_gone)
                await Detach();
        });

    public Task Tell(string what, params object?[] values) =>
        Runs ? WhileThere(async () => await _hand!.InvokeVoidAsync(what, values)) : Task.CompletedTask;

    /// <summary>Null when nobody answers.</summary>
    public async Task<string?> Ask(string what)
    {
        string? answer = null;
        if (Runs)
            await WhileThere(async () => answer = await _hand!.InvokeAsync<string?>(what));
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        if (_gone)
            return;
        _gone = true;
        await WhileThere(Detach);
        Self.Dispose();
    }

    private async Task Detach()
    {
        if (_hand is null)
            return;
        await _hand.InvokeVoidAsync("detach");
        await _hand.DisposeAsync();
    }

    private async Task WhileThere(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (_gone || e is JSDisconnectedException or OperationCanceledException)
        {
            // The part of the screen is closed, or the browser is gone, and what listened in it.
        }
    }
}
