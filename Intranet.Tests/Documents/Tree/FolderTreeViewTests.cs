using AngleSharp.Dom;
using Bunit;
using Intranet.App.Documents;
using Intranet.App.Documents.Tree;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Documents.Tree;

public sealed class FolderTreeViewTests : BunitContext
{
    [Fact]
    public async Task The_tree_stands_open_down_to_where_one_is_and_one_line_is_the_one_that_Tab_comes_to()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var plans = await shelf.Folder(shelf.Ann, "Plans");
        var year = await shelf.Folder(shelf.Ann, "2026", plans);
        await shelf.Folder(shelf.Ann, "Empty");
        var tree = Show(shelf, year, new Crumb(plans, "Plans"), new Crumb(year, "2026"));

        Assert.Equal(
            ["Documents 1 true", "Empty 2 ", "Plans 2 true", "2026 3 "],
            tree.FindAll("[role=treeitem]").Select(l => $"{Words(l)} {l.GetAttribute("aria-level")} {l.GetAttribute("aria-expanded")}")
        );
        Assert.Equal("2026", Words(Assert.Single(tree.FindAll("[aria-current=page]"))));
        Assert.Equal("2026", Words(Assert.Single(tree.FindAll("[tabindex='0']"))));
        var line = tree.Find($"[data-into='{year}']");
        Assert.Equal($"/spaces/{shelf.Room.Id}/documents?folder={year}", line.GetAttribute("href"));
        // What a line owns is right behind it, under the name it says.
        Assert.Equal(tree.Find($"[data-into='{plans}']").GetAttribute("aria-owns"), line.Closest("ul[role=group]")!.Id);
        Assert.NotNull(tree.Find("[data-into='']"));
    }

    [Fact]
    public async Task A_folder_is_opened_and_closed_and_what_comes_into_it_shows()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var plans = await shelf.Folder(shelf.Ann, "Plans");
        await shelf.Folder(shelf.Ann, "2026", plans);
        var tree = Show(shelf, null);
        Assert.Equal(["Documents", "Plans"], Lines(tree));

        await tree.InvokeAsync(() => tree.Instance.Turn(plans, true));
        Assert.Equal(["Documents", "Plans", "2026"], Lines(tree));
        await shelf.Folder(shelf.Ann, "2027", plans);
        tree.WaitForAssertion(() => Assert.Equal(["Documents", "Plans", "2026", "2027"], Lines(tree)), TimeSpan.FromSeconds(10));
        await tree.InvokeAsync(() => tree.Instance.Turn(plans, false));
        Assert.Equal(["Documents", "Plans"], Lines(tree));
    }

    [Fact]
    public async Task Who_may_not_look_in_sees_no_name_of_a_folder()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var plans = await shelf.Folder(shelf.Ann, "Plans");

        var tree = Show(shelf, shelf.Outsider, null);
        await tree.InvokeAsync(() => tree.Instance.Turn(plans, true));

        Assert.Equal(["Documents"], Lines(tree));
    }

    private IRenderedComponent<FolderTreeView> Show(Shelf shelf, Guid? folder, params Crumb[] trail) =>
        Show(shelf, shelf.Ben, folder, trail);

    private IRenderedComponent<FolderTreeView> Show(Shelf shelf, Person person, Guid? folder, params Crumb[] trail)
    {
        Services.AddSingleton(shelf.Office.Get<FolderTrees>());
        Services.AddSingleton(shelf.Office.Announcer);
        JSInterop.Mode = JSRuntimeMode.Loose;
        var me = new Me(person.Id, person.Name, person.Email, PersonKind.Employee, Duties.None, null, false, TimeZoneInfo.Utc, null, null);
        var tree = Render<FolderTreeView>(p =>
            p.AddCascadingValue(me)
                .Add(x => x.SpaceId, shelf.Room.Id)
                .Add(x => x.Folder, folder)
                .Add(x => x.Trail, trail)
                .Add(x => x.Name, "t")
        );
        tree.WaitForElement("[role=treeitem]", TimeSpan.FromSeconds(10));
        return tree;
    }

    private static IEnumerable<string> Lines(IRenderedComponent<FolderTreeView> tree) => tree.FindAll("[role=treeitem]").Select(Words);

    private static string Words(IElement line) => line.TextContent.Trim();
}
