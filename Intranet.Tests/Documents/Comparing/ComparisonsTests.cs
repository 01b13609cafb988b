using System.Text;
using Intranet.App.Documents;
using Intranet.App.Documents.Comparing;
using Intranet.App.Documents.Uploading;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Comparing;

public sealed class ComparisonsTests
{
    [Fact]
    public async Task Texts_are_compared_line_by_line_around_what_changed()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var lines = Enumerable.Range(1, 20).Select(i => $"Line {i}").ToArray();
        var paper = await shelf.Document(shelf.Ann, "Plan.md", string.Join('\n', lines));
        lines[9] = "Line ten";
        await shelf.Bring(shelf.Ben, "Plan.md", string.Join('\n', lines), same: SameName.NewVersion);

        var compared = await shelf.Office.Get<Comparisons>().Of(shelf.Guest.Eyes(), paper, 1, 2);

        Assert.Equal(("Ann Lee", "Ben Okoro"), (compared!.Older.Author, compared.Newer.Author));
        Assert.Equal(
            [
                (LineFate.Skipped, "6"),
                (LineFate.Same, "Line 7"),
                (LineFate.Same, "Line 8"),
                (LineFate.Same, "Line 9"),
                (LineFate.Removed, "Line 10"),
                (LineFate.Added, "Line ten"),
                (LineFate.Same, "Line 11"),
                (LineFate.Same, "Line 12"),
                (LineFate.Same, "Line 13"),
                (LineFate.Skipped, "7"),
            ],
            compared.Lines!.Select(l => (l.Fate, l.Text))
        );
        Assert.Null(await shelf.Office.Get<Comparisons>().Of(shelf.Outsider.Eyes(), paper, 1, 2));
        Assert.Null(await shelf.Office.Get<Comparisons>().Of(shelf.Ann.Eyes(), paper, 1, 3));
    }

    [Fact]
    public async Task What_is_no_text_or_too_long_is_compared_by_its_facts()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var paper = await shelf.Document(shelf.Owner, "Long.txt", new string('\n', Comparisons.MostLines));
        await shelf.Bring(shelf.Owner, "Long.txt", "short", same: SameName.NewVersion);
        await shelf.Versions.BringBack(shelf.Owner.Eyes(), paper, 2, "back");
        var print = await shelf.Document("Print.pdf", Content.Papers.Pdf("Page"));
        await shelf.Bring(shelf.Owner, shelf.New("Print.pdf", 4, same: SameName.NewVersion), Encoding.UTF8.GetString("%PDF"u8));
        var compare = shelf.Office.Get<Comparisons>();

        Assert.Null((await compare.Of(shelf.Ann.Eyes(), paper, 1, 2))!.Lines);
        Assert.Empty((await compare.Of(shelf.Ann.Eyes(), paper, 2, 3))!.Lines!);
        Assert.Null((await compare.Of(shelf.Ann.Eyes(), print, 1, 2))!.Lines);
    }
}
