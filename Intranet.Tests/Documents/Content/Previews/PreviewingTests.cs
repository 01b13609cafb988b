using System.Text;
using Intranet.App.Documents.Content;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Shared.Images;
using Intranet.App.Shared.Text;
using Intranet.Domain.Documents.Content;
using Intranet.Tests.House;
using Intranet.Tests.Servers;
using Intranet.Tests.Shared.Images;
using SkiaSharp;

namespace Intranet.Tests.Documents.Content.Previews;

public sealed class PreviewingTests : IDisposable
{
    private readonly string folder = TestFolder.Create("previews");
    private readonly ReadingRoom room = new(
        new() { Time = TimeSpan.FromMinutes(3) },
        TimeProvider.System,
        ["dotnet", Path.Combine(Repository.BuildOf("Intranet.App"), "Intranet.App.dll"), "extract"]
    );

    private PreviewFolder Kept => new(Path.Combine(folder, "kept"));

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_picture_is_drawn_anew_and_only_once()
    {
        var drawn = await Make<Preview.Drawn>(TestPictures.Quarters(2000, 1000, SKEncodedImageFormat.Png), "a.png");
        Assert.Equal(new Preview.Drawn(1600, 800), drawn);
        Assert.Equal((400, 200), (Size(Kept.Find("key-400.webp")!).Width, Size(Kept.Find("key-400.webp")!).Height));
        Assert.Equal(drawn, await Make<Preview.Drawn>([.. TestPictures.PngHeader(20, 20)], "a.png"));

        static SKImageInfo Size(string file)
        {
            using var codec = SKCodec.Create(file);
            return codec.Info;
        }
    }

    [Fact]
    public async Task A_picture_that_would_fill_the_memory_is_not_drawn() =>
        Assert.Contains("million can be shown", (await Make<Preview.Nothing>(TestPictures.PngHeader(65_500, 65_500), "bomb.png")).Because);

    [Theory]
    [InlineData("name,team\nAda,\"Lab, north\"\n")]
    [InlineData("name;team\nAda;Lab, north\n")]
    [InlineData("name\tteam\nAda\tLab, north\n")]
    public async Task A_table_is_shown_in_rows_and_columns(string text)
    {
        var rows = await Make<Preview.Rows>(Encoding.UTF8.GetBytes(text), "a.csv");
        Assert.Equal(
            [
                ["name", "team"],
                ["Ada", "Lab, north"],
            ],
            rows.Cells
        );
        Assert.False(rows.IsCut);
    }

    [Fact]
    public async Task A_large_table_is_cut_and_says_so()
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(i => string.Join(',', Enumerable.Range(i, 80)) + "\n"));
        var rows = await Make<Preview.Rows>(Encoding.UTF8.GetBytes(text), "a.csv");
        Assert.Equal((CsvRows.MostRows, CsvRows.MostColumns, true), (rows.Cells.Count, rows.Cells.Max(r => r.Length), rows.IsCut));
    }

    [Fact]
    public async Task Markup_is_shown_without_what_could_run()
    {
        var page = await Make<Preview.Written>(
            "<html><h1>News</h1><script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:x'>y</a>"u8.ToArray(),
            "a.html"
        );
        Assert.Contains("News", page.Html.Value);
        Assert.DoesNotContain("alert", page.Html.Value);
        Assert.DoesNotContain("javascript", page.Html.Value);
        var note = await Make<Preview.Written>("# Plan\n\n**now**"u8.ToArray(), "a.md");
        Assert.Contains("<strong>now</strong>", note.Html.Value);
    }

    [Fact]
    public async Task Markup_that_is_too_much_is_shown_as_it_was_written()
    {
        var text = string.Concat(Enumerable.Repeat("> ", 500)) + "deep";
        var plain = await Make<Preview.Plain>(Encoding.UTF8.GetBytes(text), "a.md");
        Assert.Equal((text, Markdown.TooDeep), (plain.Text, plain.Because));
    }

    [Fact]
    public async Task A_long_text_is_shown_from_its_beginning()
    {
        var plain = await Make<Preview.Plain>(Encoding.UTF8.GetBytes(new string('a', 1_000_000)), "a.log");
        Assert.Equal((Previewing.MostText, "These are the first 256 KB."), (plain.Text.Length, plain.Because));
    }

    [Fact]
    public async Task What_browsers_show_by_themselves_is_left_to_them()
    {
        Assert.Null((await Make<Preview.Paper>(Papers.Pdf("x"), "a.pdf")).PrintedTo);
        Assert.Equal("audio/flac", (await Make<Preview.Played>("fLaC.."u8.ToArray(), "a.flac")).MediaType);
    }

    [Fact]
    public async Task Without_LibreOffice_the_text_of_a_document_is_shown()
    {
        var plain = await Make<Preview.Plain>(Papers.Word("<w:p><w:t>Hello</w:t></w:p>"), "a.docx");
        Assert.Equal(
            ("Hello\nAt the foot", "LibreOffice is not installed on the server, so only the text is shown."),
            (plain.Text, plain.Because)
        );
        Assert.Equal("inside.txt", (await Make<Preview.Plain>(Papers.Zip(("inside.txt", "x")), "a.zip")).Text);
    }

    [Fact]
    public async Task A_lie_is_not_shown() =>
        Assert.Contains("it is a program", (await Make<Preview.Nothing>([.. "MZ"u8, 0, 0], "a.png")).Because);

    private async Task<T> Make<T>(byte[] content, string name)
        where T : Preview
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, content);
        var printer = new OfficePrinter(Kept, program: null, TimeSpan.FromMinutes(1));
        var previewing = new Previewing(room, new DrawnPictures(new Pictures(), Kept), new Markdown(), printer);
        return Assert.IsType<T>(await previewing.MakeAsync(path, name, "key"));
    }
}
