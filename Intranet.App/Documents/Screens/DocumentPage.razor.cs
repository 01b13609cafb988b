using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Downloading;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Microsoft.AspNetCore.Components;

namespace Intranet.App.Documents.Screens;

/// <summary>Shows one version of a document, goes on to the next when it comes, and falls silent with the right to see it.</summary>
public sealed partial class DocumentPage : ComponentBase, IDisposable
{
    private DocumentLook? _look;
    private Preview? _preview;
    private string? _refused;
    private bool _gone;

    /// <summary>The sheet that is open over the page.</summary>
    private string? _open;

    /// <summary>Counts the news, so that what is said beside the document is read again.</summary>
    private int _turn;
    private Guid _space;
    private IDisposable? _ear;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public int? Number { get; set; }

    [CascadingParameter]
    public Me Me { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        await Look();
        if (_look is null)
            Navigation.NotFound();
        else if (RendererInfo.IsInteractive && _space != _look.Node.SpaceId)
        {
            _ear?.Dispose();
            _space = _look.Node.SpaceId;
            _ear = Announcer.Listen([Subject.Space(_space), Subject.Person(Me.Id)], Hear);
            // What happened between the first look and now was not heard.
            await Look();
        }
        await Open();
    }

    private async Task Look()
    {
        var before = _look?.Version.Id;
        _look = await Looks.At(Me.Viewer, Id, Number);
        _gone = _look is null;
        if (_look?.Version.Id != before)
            (_preview, _refused) = (null, null);
    }

    /// <summary>Making a preview may take its time, so it is shown when it is there. Until the page is live nobody waits for it.</summary>
    private async Task Open()
    {
        if (!RendererInfo.IsInteractive || _look is not { } look || _preview is not null)
            return;
        try
        {
            _refused = null;
            var preview = await Looks.Open(Me.Viewer, look);
            if (_look?.Version.Id == look.Version.Id)
                _preview = preview;
        }
        catch (Refusal refusal)
        {
            _refused = refusal.Message;
        }
    }

    private Task Star() => Try(() => Stars.Set(Me.Viewer, Id, _look is { Starred: false }));

    private Task Stay() => Try(() => Expiring.Keep(Me.Viewer, Id));

    private Task Follow() => Try(() => Watches.Set(Me.Viewer, Id, _look is { Watched: false }));

    private void Close() => _open = null;

    private async Task Try(Func<Task> act)
    {
        try
        {
            await act();
            await Look();
        }
        catch (Refusal refusal)
        {
            _refused = refusal.Message;
        }
    }

    private Task Hear(IReadOnlyList<Happening> news) =>
        news.Any(Concerns)
            ? InvokeAsync(async () =>
            {
                _turn++;
                await Look();
                StateHasChanged();
                await Open();
                StateHasChanged();
            })
            : Task.CompletedTask;

    private bool Concerns(Happening happening) =>
        happening.Governs || happening.ThingKind == ThingKind.Folder || (happening.ThingId == Id && happening.Verb != Verb.FileOpened);

    private string Address(int number) => $"/documents/{Id}/{number}";

    public void Dispose() => _ear?.Dispose();

    [Inject]
    private Looks Looks { get; set; } = default!;

    [Inject]
    private Keeping.Expiring Expiring { get; set; } = default!;

    [Inject]
    private Stars Stars { get; set; } = default!;

    [Inject]
    private Watches Watches { get; set; } = default!;

    [Inject]
    private Announcer Announcer { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;
}
