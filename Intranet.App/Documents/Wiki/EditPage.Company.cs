using Intranet.App.Live;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Wiki;
using Microsoft.AspNetCore.Components;

namespace Intranet.App.Documents.Wiki;

/// <summary>Lets the others know that one writes here, and hears of them.</summary>
public sealed partial class EditPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private PageSurroundings? _around;
    private IDisposable? _ear;
    private bool _sits;

    private async Task Come(Guid spaceId)
    {
        _ear = Announcer.Listen([Subject.Space(spaceId), Subject.Person(Me.Id)], Hear);
        await Stay();
        _ = Beat();
    }

    private async Task Beat()
    {
        using var beat = new PeriodicTimer(PageEditing.Beat, Clock);
        try
        {
            while (await beat.WaitForNextTickAsync(_gone.Token))
                await InvokeAsync(Stay);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception broken)
        {
            await DispatchExceptionAsync(broken);
        }
    }

    private async Task Stay()
    {
        try
        {
            await Writers.SitDown(Me.Viewer, Id);
            _sits = true;
        }
        catch (Refusal refusal)
        {
            _refused = refusal.Message;
        }
        await Look();
    }

    private async Task Look()
    {
        _around = await Writers.Around(Me.Viewer, Id);
        StateHasChanged();
    }

    private Task Hear(IReadOnlyList<Happening> news) =>
        news.Any(h => h.ThingId == Id || h.Governs) ? InvokeAsync(Look) : Task.CompletedTask;

    private static string Names(IReadOnlyList<string> others) =>
        others.Count switch
        {
            1 => $"{others[0]} is",
            2 => $"{others[0]} and {others[1]} are",
            _ => $"{others[0]} and {others.Count - 1} others are",
        };

    public async ValueTask DisposeAsync()
    {
        _ear?.Dispose();
        await _gone.CancelAsync();
        _gone.Dispose();
        try
        {
            if (_sits)
                await Writers.StandUp(Me.Viewer, Id);
        }
        catch (Refusal)
        {
            // Whoever may not act any more is not seen there either, after a while.
        }
    }

    [Inject]
    private Writers Writers { get; set; } = default!;

    [Inject]
    private Announcer Announcer { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;
}
