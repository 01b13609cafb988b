using System.Net;
using System.Net.Http.Headers;
using Intranet.App.Spaces;
using Intranet.Domain.People;
using Intranet.Tests.Documents.Content;
using Intranet.Tests.Shared.Images;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

/// <summary>What a preview fetches besides words, as a browser fetches it.</summary>
public sealed class PreviewDoorsTests
{
    [Fact]
    public async Task Pictures_papers_and_sound_are_shown_to_those_who_may_see_them_and_to_nobody_else()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        var sound = new byte[1000];
        "fLaC"u8.CopyTo(sound);
        var picture = $"/files/documents/{await shelf.Document("a.jpg", TestPictures.Quarters(40, 20))}/1/400.webp";
        var paper = $"/files/documents/{await shelf.Document("ä.pdf", Papers.Pdf("Page"))}/1/paper";
        var tune = $"/files/documents/{await shelf.Document("a.flac", sound)}/1/sound";
        string[] all = [picture, paper, tune];
        using var ben = await Sending.Browser(shelf, shelf.Ben);
        using var guest = await Sending.Browser(shelf, shelf.Guest);

        using var seen = await guest.GetAsync(picture);
        Assert.Equal(("image/webp", "default-src 'none'; sandbox"), (seen.Content.Headers.ContentType!.MediaType, Policy(seen)));
        using var read = await ben.GetAsync(paper);
        Assert.Equal(
            ("application/pdf", "inline"),
            (read.Content.Headers.ContentType!.MediaType, read.Content.Headers.ContentDisposition!.DispositionType)
        );
        Assert.Equal(
            ("default-src 'none'; sandbox allow-scripts; frame-ancestors 'self'", "SAMEORIGIN"),
            (Policy(read), read.Headers.GetValues("X-Frame-Options").Single())
        );
        Assert.StartsWith("%PDF", await read.Content.ReadAsStringAsync());
        using var part = new HttpRequestMessage(HttpMethod.Get, tune) { Headers = { Range = new RangeHeaderValue(0, 3) } };
        using var heard = await ben.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "audio/flac"), (heard.StatusCode, heard.Content.Headers.ContentType!.MediaType));
        Assert.Equal("fLaC", await heard.Content.ReadAsStringAsync());
        Assert.All(new[] { seen, read, heard }, answer => Assert.True(answer.Headers.CacheControl!.NoStore));

        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);
        foreach (var who in new Person?[] { shelf.Ben, shelf.Outsider, await shelf.Office.Guest("Gus Guest"), null })
        {
            using var browser = who is null ? shelf.Office.Browser(null) : await Sending.Browser(shelf, who);
            foreach (var path in all)
            {
                using var there = await browser.GetAsync(path);
                using var nowhere = await browser.GetAsync(path.Replace(path.Split('/')[3], $"{Guid.CreateVersion7()}"));
                Assert.Equal(nowhere.StatusCode, there.StatusCode);
                Assert.NotEqual(HttpStatusCode.OK, there.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Nothing_goes_out_by_a_door_made_for_something_else()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        using var ann = await Sending.Browser(shelf, shelf.Ann);
        var page = await shelf.Document("page.html", [.. "<html><script>alert(1)</script>"u8]);
        var lie = await shelf.Document("lie.mp4", [.. "Only words, and no film in them."u8]);

        foreach (var door in new[] { "400.webp", "paper", "sound" })
        foreach (var document in new[] { page, lie })
            Assert.Equal(HttpStatusCode.NotFound, (await ann.GetAsync($"/files/documents/{document}/1/{door}")).StatusCode);
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
}
