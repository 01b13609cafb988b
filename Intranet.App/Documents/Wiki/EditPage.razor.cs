using Intranet.App.Documents.Downloading;
using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Documents.Wiki;
using Microsoft.AspNetCore.Components;

namespace Intranet.App.Documents.Wiki;

/// <summary>Somebody writes in a page, sees who else does, and loses nothing.</summary>
public sealed partial class EditPage : ComponentBase
{
    private PageBox _box = default!;
    private OpenPage? _page;
    private LineMerge? _clash;
    private SafeHtml? _preview;
    private string? _refused;
    private string _note = "";
    private string _key = "";

    /// <summary>The version the text in the box was begun from.</summary>
    private int _from;
    private bool _busy;
    private bool _ready;
    private bool _linking;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public Me Me { get; set; } = default!;

    private string Title => _page is null ? "page" : PageName.TitleOf(_page.Node.Name);

    protected override async Task OnInitializedAsync()
    {
        await Open();
        if (_page is null || !RendererInfo.IsInteractive)
            return;
        await Come(_page.Node.SpaceId);
    }

    private async Task Open()
    {
        try
        {
            _page = await Pages.Open(Me.Viewer, Id);
            if (_page is null)
                Navigation.NotFound();
            else
                (_from, _key) = (_page.Number, _page.Draft?.ClientKey ?? Guid.NewGuid().ToString("N"));
        }
        catch (Refusal refusal)
        {
            _refused = refusal.Message;
        }
    }

    private Task Keep(string text) =>
        Try(() =>
            text == _page!.Text && _from == _page.Node.Number ? Drafts.Forget(Me.Viewer, Id) : Drafts.Keep(Me.Viewer, Id, _from, text, _key)
        );

    private Task GiveUp() =>
        Try(async () =>
        {
            await Drafts.Forget(Me.Viewer, Id);
            await _box.Clear();
            await Open();
        });

    private async Task Save()
    {
        if (_busy)
            return;
        _busy = true;
        await Try(async () =>
        {
            var saved = await Pages.Save(Me.Viewer, new PageChange(Id, _from, await _box.Read(), _note, _key));
            if (saved.Clash is { } clash)
            {
                (_clash, _preview) = (clash, null);
                await Look();
                return;
            }
            await _box.Clear();
            Navigation.NavigateTo($"/documents/{Id}");
        });
        _busy = false;
    }

    /// <summary>What was chosen holds all of the newest version that is wanted, so it goes on from there.</summary>
    private Task PutTogether(string text) =>
        Try(async () =>
        {
            _from = _clash!.Number;
            _clash = null;
            await _box.Put(text);
            await Drafts.Keep(Me.Viewer, Id, _from, text, _key);
        });

    private Task Preview() => Try(async () => _preview = await Views.Draw(Me.Viewer, Id, await _box.Read()));

    private async Task Link(string link)
    {
        _linking = false;
        await _box.Insert(link);
    }

    private async Task Try(Func<Task> act)
    {
        try
        {
            _refused = null;
            await act();
        }
        catch (Refusal refusal)
        {
            _refused = refusal.Message;
            StateHasChanged();
        }
    }

    [Inject]
    private Pages Pages { get; set; } = default!;

    [Inject]
    private PageDrafts Drafts { get; set; } = default!;

    [Inject]
    private PageViews Views { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;
}
