using Intranet.App.Documents.Order;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace Intranet.App.Documents.Screens;

/// <summary>The documents of all my spaces: all, those I opened, and those I marked.</summary>
public sealed partial class DocumentsPage : ComponentBase, IDisposable
{
    private const int MostShown = 1000;
    private List<PlacedRow>? _rows;
    private List<Crumb> _places = [];
    private DocumentWish _wish = new();
    private string _text = "";
    private Guid? _space;
    private DocumentSort? _sort;
    private DocumentOrder _order;
    private bool _more;
    private string? _refused;
    private IDisposable? _ear;

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [CascadingParameter]
    public Me Me { get; set; } = default!;

    private DocumentPick Pick =>
        Show switch
        {
            "recent" => DocumentPick.Recent,
            "starred" => DocumentPick.Starred,
            _ => DocumentPick.All,
        };

    private string Title =>
        Pick switch
        {
            DocumentPick.Recent => "Recent documents",
            DocumentPick.Starred => "Starred documents",
            _ => "Documents",
        };

    private string Nothing =>
        Pick switch
        {
            DocumentPick.Recent => "You have not opened a document yet.",
            DocumentPick.Starred => "Nothing is starred yet. Choose the star beside a document, and it stands here.",
            _ => "There are no documents in your spaces yet. They lie in spaces: open one and choose Documents.",
        };

    private bool Narrowed => _text.Trim().Length > 0 || _space is not null || _sort is not null;

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
            _ear = Announcer.Listen(Subject.Person(Me.Id), Hear);
        _places = await Documents.Places(Me.Viewer);
    }

    /// <summary>What this person may see is another now; single documents are followed where they lie.</summary>
    private Task Hear(IReadOnlyList<Happening> news) =>
        news.Any(h => h.Governs)
            ? InvokeAsync(async () =>
            {
                _places = await Documents.Places(Me.Viewer);
                await Read();
                StateHasChanged();
            })
            : Task.CompletedTask;

    public void Dispose() => _ear?.Dispose();

    protected override Task OnParametersSetAsync() => Read();

    private Task Find(string? text)
    {
        _text = text ?? "";
        return Read();
    }

    private Task InSpace(Guid? space)
    {
        _space = space;
        return Read();
    }

    private Task OfSort(DocumentSort? sort)
    {
        _sort = sort;
        return Read();
    }

    private Task InOrder(DocumentOrder order)
    {
        _order = order;
        return Read();
    }

    private Task Widen()
    {
        (_text, _space, _sort) = ("", null, null);
        return Read();
    }

    private async Task Read()
    {
        var wish = _wish = new DocumentWish(_text, Pick, _order, _space, _sort);
        var rows = await Documents.Page(Me.Viewer, wish);
        // Who wishes for something else meanwhile waits for the newer answer.
        if (ReferenceEquals(wish, _wish))
            Take([], rows);
    }

    private async Task ShowMore()
    {
        var (wish, rows) = (_wish, _rows!);
        var next = await Documents.Page(Me.Viewer, wish, rows.Count);
        if (ReferenceEquals(wish, _wish))
            Take(rows, next);
    }

    /// <summary>What moved down the list meanwhile comes a second time and is shown once.</summary>
    private void Take(List<PlacedRow> before, List<PlacedRow> next)
    {
        _rows = [.. before.Concat(next.Take(AllDocuments.PageSize)).DistinctBy(row => row.Id)];
        _more = next.Count > AllDocuments.PageSize && _rows.Count < MostShown;
    }

    /// <summary>A row stays where it is when its star goes, so that one can think again.</summary>
    private async Task Star(PlacedRow row)
    {
        try
        {
            _refused = null;
            await Stars.Set(Me.Viewer, row.Id, !row.Starred);
            _rows = [.. _rows!.Select(r => r.Id == row.Id ? r with { Starred = !row.Starred } : r)];
        }
        catch (Refusal refusal)
        {
            _refused = refusal.Message;
        }
    }

    [Inject]
    private AllDocuments Documents { get; set; } = default!;

    [Inject]
    private Announcer Announcer { get; set; } = default!;

    [Inject]
    private Stars Stars { get; set; } = default!;
}
