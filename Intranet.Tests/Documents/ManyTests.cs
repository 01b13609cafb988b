using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Order;
using Intranet.App.Search;
using Intranet.Domain.Documents;
using Intranet.Tests.Documents.Dav;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Documents;

/// <summary>A space that has been worked in for years: ten thousand documents, a thousand in each folder.</summary>
public sealed class ManyTests
{
    private const int InFolder = 1_000;
    private const int AllFolders = 10;

    [Theory, OnBoth]
    public async Task They_are_paged_sorted_found_and_listed_and_no_answer_is_longer_than_a_page(Engine engine)
    {
        await using var shelf = await Shelf.In(Office.Serve(engine));
        var folders = new List<Guid>();
        for (var i = 0; i < AllFolders; i++)
            folders.Add(await Fill(shelf, i));

        foreach (var wish in new[] { FolderWish.Plain, FolderWish.Plain.Sorted(FolderOrder.Size) })
        {
            var names = await Walk(shelf, folders[3], wish);
            Assert.Equal(InFolder, names.Distinct().Count());
            Assert.Equal(wish.Down ? names.OrderDescending(StringComparer.Ordinal) : names.Order(StringComparer.Ordinal), names);
        }
        var everywhere = FolderWish.Plain with { Everywhere = true, Words = "paper 77" };
        Assert.Equal(AllFolders * 19, (await Walk(shelf, null, everywhere)).Count);
        Assert.Equal(AllFolders, (await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, null)).Count);

        var found = await shelf.Office.Get<Searching>().Find(shelf.Ben.Eyes(), "paper", SearchKind.Documents);
        Assert.Equal(("1,000 or more", 50), ($"{found.DocumentCount}", found.Documents.Count));
        Assert.Single((await shelf.Office.Get<Searching>().Find(shelf.Ben.Eyes(), "paper 0777 f4", SearchKind.Documents)).Documents);
        var mine = await shelf.Office.Get<AllDocuments>().Page(shelf.Ben.Eyes(), new(Order: DocumentOrder.Name), 9_950);
        Assert.Equal(50, mine.Count);

        using var desktop = await Desktop.Of(shelf, shelf.Ann);
        Assert.Equal(InFolder, (await desktop.List("Turbine/Folder 4")).Distinct().Count());
        Assert.Equal(AllFolders, (await desktop.List("Turbine")).Length);
    }

    /// <summary>All names, page by page.</summary>
    private static async Task<List<string>> Walk(Shelf shelf, Guid? folder, FolderWish wish)
    {
        var rows = new List<NodeRow>();
        while (true)
        {
            var page = await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, folder, rows.LastOrDefault(), wish: wish);
            Assert.InRange(page.Count, 0, Folders.PageSize + 1);
            rows.AddRange(page.Take(Folders.PageSize));
            if (page.Count <= Folders.PageSize)
                return rows.ConvertAll(r => r.Name);
        }
    }

    /// <summary>One folder, written at once: names and sizes grow together. Their words are known already, so that nobody goes and looks for contents.</summary>
    private static async Task<Guid> Fill(Shelf shelf, int number)
    {
        var folder = await shelf.Folder(shelf.Ann, $"Folder {number}");
        await shelf.Office.Store.Write(
            shelf.Ann.Eyes(),
            async work =>
            {
                var member = await work.Standing(shelf.Room.Id);
                var into = await work.Folder(shelf.Room.Id, folder);
                for (var i = 0; i < InFolder; i++)
                {
                    var file = new StoredFile($"{number:x2}{i:x62}", i, "text/plain");
                    var (node, version) = member.Add(
                        Guid.CreateVersion7(work.Now),
                        into,
                        $"Paper {i:0000} f{number}.txt",
                        file,
                        null,
                        shelf.Key(),
                        work.Now
                    );
                    work.Db.AddRange(node, version);
                }
            }
        );
        await shelf.Office.Store.Write(
            Viewer.Nobody,
            work =>
                work.Db.Nodes.IgnoreQueryFilters([Sight.Name])
                    .Where(n => n.FolderId == folder)
                    .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadNumber, 1))
        );
        return folder;
    }
}
