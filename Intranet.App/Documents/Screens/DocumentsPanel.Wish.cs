using Intranet.App.Documents.Order;
using Microsoft.AspNetCore.Components;

namespace Intranet.App.Documents.Screens;

/// <summary>How the folder is looked at, as the address says it.</summary>
public sealed partial class DocumentsPanel
{
    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Type { get; set; }

    [SupplyParameterFromQuery]
    public string? Tag { get; set; }

    [SupplyParameterFromQuery(Name = "cells")]
    public string? CellsText { get; set; }

    [SupplyParameterFromQuery]
    public string? Hidden { get; set; }

    [SupplyParameterFromQuery(Name = "all")]
    public bool Everywhere { get; set; }

    private SpaceOrder _order = SpaceOrder.None;

    private FolderWish Wish => FolderWish.Of(Sort, Words, Type, Tag, CellsText, Hidden, Everywhere);

    private async Task ReadOrder() => _order = await Acts.Orders.Of(Me.Viewer, SpaceId);

    private Task Described() => Try(ReadOrder);

    /// <summary>What is typed letter by letter is one step of the way back; each other wish is one of its own.</summary>
    private void Look(FolderWish wish) =>
        Navigation.NavigateTo(wish.At(SpaceId, Folder), replace: wish.Words is not null && wish.Words != Wish.Words);

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;
}
