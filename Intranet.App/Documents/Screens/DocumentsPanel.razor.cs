using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Order;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Intranet.App.Documents.Screens;

/// <summary>Shows a folder, hears what happens in the space, and carries clicks to the acts.</summary>
public sealed partial class DocumentsPanel : ComponentBase, IAsyncDisposable
{
    private ElementReference _root;
    private FolderScreen _screen = default!;
    private (Guid Space, Guid? Folder, FolderWish Wish)? _shown;
    private IDisposable? _ear;
    private Script<DocumentsPanel>? _script;
    private Touch? _touch;
    private IReadOnlyList<NodeRow> _undo = [];
    private readonly Chosen _chosen = new();
    private string? _refused;

    /// <summary>Whether the folders stand beside the list as a tree. The browser remembers it, and says so when there is room for it.</summary>
    private bool _tree;
    private string _key = "";

    [Parameter, EditorRequired]
    public Guid SpaceId { get; set; }

    /// <summary>Not read as an id: an address somebody mistyped leads to no folder, and says so.</summary>
    [SupplyParameterFromQuery(Name = "folder")]
    public string? FolderText { get; set; }

    [CascadingParameter]
    public Me Me { get; set; } = default!;

    private Guid? Folder =>
        string.IsNullOrEmpty(FolderText) ? null
        : Guid.TryParse(FolderText, out var folder) ? folder
        : Guid.Empty;

    private bool MayFile => _screen.View?.MayFile == true;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (SpaceId, Folder, Wish))
            return;
        if (_shown?.Space != SpaceId)
        {
            _ear?.Dispose();
            // Listen, then load: what happens in between is heard and applied after.
            if (RendererInfo.IsInteractive)
                _ear = Announcer.Listen(Subject.Space(SpaceId), news => InvokeAsync(() => Hear(news)));
        }
        var elsewhere = (_shown?.Space, _shown?.Folder) != (SpaceId, Folder);
        _shown = (SpaceId, Folder, Wish);
        _chosen.Clear();
        var screen = new FolderScreen(Acts.Folders, Me.Viewer, SpaceId, Folder, Wish);
        // Another order or filter of the same folder leaves what is shown until the answer is here.
        if (elsewhere)
        {
            (_touch, _refused, _screen) = (null, null, screen);
            await ReadOrder();
        }
        await screen.Load();
        if (_shown == (SpaceId, Folder, Wish))
            _screen = screen;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !RendererInfo.IsInteractive)
            return;
        _script = new(this);
        await _script.Attach(Js, "/js/documents.js", _root, _script.Self);
    }

    /// <summary>Something on the list was clicked, pressed or dropped; one script hears it for all lines.</summary>
    [JSInvokable]
    public async Task Do(string act, Guid? node, Guid? into)
    {
        var row = node is { } id ? _screen.Find(id) : null;
        _refused = null;
        switch (act)
        {
            case "older":
                await _screen.More();
                break;
            case "new"
            or "rename"
            or "move"
            or "checkout"
            or "versions"
            or "trash"
            or "movechosen"
            or "copy"
            or "copychosen"
            or "share"
            or "readers"
            or "details"
            or "columns"
            or "folders":
                (_touch, _key) = (new Touch(act, row), Guid.NewGuid().ToString("N"));
                break;
            case "unpack" when row is not null:
                await Unpack(row);
                break;
            case "menu":
                _key = Guid.NewGuid().ToString("N");
                _touch =
                    _touch is { Act: "menu" } && _touch.Row?.Id == node
                        ? null
                        : new Touch(
                            act,
                            row,
                            row is not null && await Acts.Stars.Has(Me.Viewer, row.Id),
                            row is not null && await Acts.Watches.Has(Me.Viewer, row.Id)
                        );
                break;
            case "star" when row is not null && _touch is { } menu:
                await Try(() => Acts.Stars.Set(Me.Viewer, row.Id, !menu.Starred));
                break;
            case "watch" when row is not null && _touch is { } menu:
                await Try(() => Acts.Watches.Set(Me.Viewer, row.Id, !menu.Watched));
                break;
            case "choose" or "span" or "all" or "none":
                _chosen.Hear(act, row, _screen.Rows);
                break;
            case "remove" when row is not null && !_chosen.Rows.Contains(row):
                _undo = await Each([row], r => Acts.Papers.Remove(Me.Viewer, r.Id));
                break;
            case "remove" or "removechosen":
                _undo = await Each(_chosen.Rows, r => Acts.Papers.Remove(Me.Viewer, r.Id));
                break;
            case "restore":
                var gone = _undo;
                _undo = [];
                await Each(gone, r => Acts.Papers.Restore(Me.Viewer, r.Id));
                break;
            case "drop" when row is not null && _chosen.Rows.Contains(row):
                await Each([.. _chosen.Rows.Where(r => r.Id != into)], r => Acts.Papers.Move(Me.Viewer, r.Id, into));
                break;
            case "drop" when row is not null:
                await Try(() => Acts.Papers.Move(Me.Viewer, row.Id, into));
                break;
            case "checkin" when row is not null:
                await Try(() => Acts.Versions.CheckIn(Me.Viewer, row.Id));
                break;
            case "break" when row is not null:
                await Try(() => Acts.Versions.Break(Me.Viewer, row.Id));
                break;
            case "tree" or "notree":
                _tree = act == "tree";
                break;
            case "close":
                _touch = null;
                break;
        }
        StateHasChanged();
    }

    private void Close() => _touch = null;

    private string Address(Guid? folder) => FolderWish.Plain.At(SpaceId, folder);

    private async Task Hear(IReadOnlyList<Happening> news)
    {
        _undo = [.. _undo.Where(gone => !news.Any(h => h.Verb == Verb.FileRestored && h.ThingId == gone.Id))];
        if (news.Any(h => h.Verb is Verb.SpaceChanged or Verb.FileDescribed))
            await ReadOrder();
        if (!await _screen.Hear(news))
            return;
        _chosen.Keep(_screen.Rows);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        _ear?.Dispose();
        if (_script is not null)
            await _script.DisposeAsync();
    }

    [Inject]
    private DocumentActs Acts { get; set; } = default!;

    [Inject]
    private Announcer Announcer { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;
}
