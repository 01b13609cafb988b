using System.Net;
using Intranet.App.Documents;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Screens;
using Intranet.App.Shared;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Intranet.Tests.Documents.Content.Previews;

/// <summary>The first page of a paper, small beside its name.</summary>
public sealed class FirstPagesTests
{
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(3);
    private readonly string folder = TestFolder.Create("first pages");

    [Fact]
    public async Task Of_a_PDF_the_first_page_is_drawn_once_for_those_who_may_see_it()
    {
        DebianPackages.Require(DebianPackages.Poppler);
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        var paper = await shelf.Document("a.pdf", Papers.Pdf((255, 0, 0), (0, 0, 255)));
        var address = $"/files/documents/{paper}/1/80.webp";

        await Drawn(shelf, paper);

        using var ben = await Sending.Browser(shelf, shelf.Ben);
        using var answer = await ben.GetAsync(address);
        Assert.Equal("image/webp", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        AssertRed(await answer.Content.ReadAsByteArrayAsync());
        using var outsider = await Sending.Browser(shelf, shelf.Outsider);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Of_a_Word_document_the_first_page_of_its_print_is_drawn()
    {
        DebianPackages.Require(DebianPackages.Poppler);
        Assert.SkipWhen(OfficePrinter.Installed is null, "LibreOffice is not installed; drawing a page printed with it was not tried.");
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        var letter = await shelf.Document("a.docx", Papers.RedLetter());

        AssertRed(await File.ReadAllBytesAsync(await Drawn(shelf, letter)));

        var version = (await shelf.Downloads.Find(shelf.Ben.Eyes(), letter, 1))!;
        Assert.NotNull(shelf.Office.Get<OfficePrinter>().Find(version.BlobKey));
    }

    [Fact]
    public async Task Lists_show_it_over_the_icon_and_without_the_program_only_the_icon_is_there()
    {
        DebianPackages.Require(DebianPackages.Poppler);
        await using var shelf = await Shelf.In(
            Office.Serve(Engine.Sqlite, builder => builder.Services.AddSingleton(new PageDrawer(null, Patient)))
        );
        var paper = await shelf.Document("a.pdf", Papers.Pdf("Page"));

        var row = (await shelf.Row(shelf.Ben, paper))!;
        var cells = NodeDrawing.Cells(new Sprite("icons.svg"), row).Value;
        Assert.Contains("#documents", cells);
        Assert.Contains($"<img src=\"/files/documents/{paper}/1/80.webp\"", cells);
        Assert.Null(Thumbnail.Of(paper, 1, row.ContentType, FirstPages.MostRead + 1));
        Assert.Null(Thumbnail.Of(paper, 1, "text/plain", 10));
        using var ben = await Sending.Browser(shelf, shelf.Ben);
        Assert.Equal(FirstPages.None, await ben.GetByteArrayAsync($"/files/documents/{paper}/1/80.webp"));
        using var nothing = SKBitmap.Decode(FirstPages.None);
        Assert.Equal(0, nothing.GetPixel(0, 0).Alpha);
        using var outsider = await Sending.Browser(shelf, shelf.Outsider);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/files/documents/{paper}/1/80.webp")).StatusCode);
    }

    [Fact]
    public async Task The_hard_papers_of_others_give_a_small_picture_or_none_and_do_no_harm()
    {
        DebianPackages.Require(DebianPackages.Poppler);
        var papers = Corpus.Files.Where(file => file.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.SkipUnless(papers.Count > 0, CorpusTests.Absent);
        var drawer = new PageDrawer(PageDrawer.Installed, Patient);

        var drawn = 0;
        foreach (var paper in papers)
        {
            if (await drawer.Draw(Corpus.PathOf(paper), TestContext.Current.CancellationToken) is not { } picture)
                continue;
            using var pixels = SKBitmap.Decode(picture);
            Assert.InRange(pixels.Width, 1, 160);
            Assert.InRange(pixels.Height, 1, 160);
            drawn++;
        }

        Assert.InRange(drawn, papers.Count / 2, papers.Count);
    }

    [Theory]
    [InlineData("exit 1", 60)]
    [InlineData("sleep 747474", 1)]
    [InlineData("kill -SEGV $$", 60)]
    [InlineData("cat /dev/zero", 60)]
    [InlineData("echo no picture >written; cat written", 60)]
    public async Task A_program_that_fails_hangs_talks_without_end_or_writes_gives_none(string script, int seconds)
    {
        var program = Path.Combine(folder, "pdftoppm");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\ncd {folder}\n{script}");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Null(await new PageDrawer(program, TimeSpan.FromSeconds(seconds)).Draw("a.pdf", TestContext.Current.CancellationToken));
    }

    /// <summary>Asks as a list does until it is there.</summary>
    internal static async Task<string> Drawn(Shelf shelf, Guid paper)
    {
        var version = (await shelf.Downloads.Find(shelf.Owner.Eyes(), paper, 1))!;
        using var late = new CancellationTokenSource(Patient);
        while (true)
        {
            if (await shelf.Office.Get<FirstPages>().Of(version) is { } drawn)
                return drawn;
            await Task.Delay(50, late.Token);
        }
    }

    private static void AssertRed(byte[] picture)
    {
        using var pixels = SKBitmap.Decode(picture);
        Assert.Equal((80, 80), (pixels.Width, pixels.Height));
        var middle = pixels.GetPixel(40, 60);
        Assert.True(middle is { Red: > 200, Green: < 60, Blue: < 60 }, $"{middle}");
    }
}
