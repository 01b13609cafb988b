using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Intranet.App.Shared.Blobs;
using Intranet.Tests.World;
using static Intranet.Tests.Documents.Sending;

namespace Intranet.Tests.Documents;

/// <summary>The way in and the way out as a browser walks them.</summary>
public sealed class DoorsTests
{
    [Fact]
    public async Task A_file_that_came_in_pieces_goes_out_byte_by_byte_and_in_parts()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        using var ann = await Browser(shelf, shelf.Ann);
        var bytes = RandomNumberGenerator.GetBytes(3_000_000);
        var upload = await Begin(ann, shelf, "Übersicht „2026“.pdf", bytes.Length);
        Assert.Equal(1_000_000, await Piece(ann, upload, 0, bytes[..1_000_000]));
        Assert.Equal(bytes.Length, await Piece(ann, upload, 1_000_000, bytes[1_000_000..]));
        var document = (await Finish(ann, upload)).GetProperty("document").GetGuid();

        using var whole = await ann.GetAsync($"/files/documents/{document}");
        Assert.Equal(bytes, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", whole.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Übersicht „2026“.pdf", whole.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/octet-stream", whole.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", whole.Headers.GetValues("Content-Security-Policy").Single());

        using var part = await Ask(ann, document, r => r.Headers.Range = new RangeHeaderValue(10, 19));
        Assert.Equal(
            (HttpStatusCode.PartialContent, "bytes 10-19/3000000"),
            (part.StatusCode, part.Content.Headers.ContentRange!.ToString())
        );
        Assert.Equal(bytes[10..20], await part.Content.ReadAsByteArrayAsync());
        using var last = await Ask(ann, document, r => r.Headers.Range = new RangeHeaderValue(null, 5));
        Assert.Equal(bytes[^5..], await last.Content.ReadAsByteArrayAsync());
        using var beyond = await Ask(ann, document, r => r.Headers.Range = new RangeHeaderValue(9_000_000, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        using var known = await Ask(ann, document, r => r.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_what_had_arrived()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        using var ann = await Browser(shelf, shelf.Ann);
        var upload = await Begin(ann, shelf, "plan.txt", 1_000_000);
        using (
            var broken = new HttpRequestMessage(HttpMethod.Patch, $"/api/uploads/{upload}")
            {
                Content = new StreamContent(new Breaking(Arrived)),
            }
        )
        {
            broken.Headers.Add("Upload-Offset", "0");
            broken.Content.Headers.ContentType = new("application/offset+octet-stream");
            await Assert.ThrowsAnyAsync<Exception>(() => ann.SendAsync(broken));
        }

        var offset = (await shelf.Uploads.Look(shelf.Ann.Eyes(), upload))!.Offset;
        Assert.InRange(offset, 1, 600_000);
        int status;
        do (status, offset) = await Send(ann, upload, offset, new byte[1_000_000 - offset]);
        while (status is 423 or 409);
        Assert.Equal(1_000_000, offset);
        Assert.Equal(1, (await Finish(ann, upload)).GetProperty("number").GetInt32());

        async Task Arrived()
        {
            while ((await shelf.Uploads.Look(shelf.Ann.Eyes(), upload))!.Offset == 0)
                await Task.Delay(20);
        }
    }

    [Fact]
    public async Task Other_sites_and_forms_send_nothing()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        using var ann = await Browser(shelf, shelf.Ann);
        var upload = await Begin(ann, shelf, "plan.txt", 5);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/uploads")
        {
            Content = JsonContent.Create(Wanted(shelf, "b.txt", 1)),
        };
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.SendAsync(foreign)).StatusCode);
        using var form = new StringContent(JsonSerializer.Serialize(Wanted(shelf, "b.txt", 1)), Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.BadRequest, (await ann.PostAsync("/api/uploads", form)).StatusCode);
        using var piece = new StringContent("Hello");
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/uploads/{upload}") { Content = piece };
        request.Headers.Add("Upload-Offset", "0");
        Assert.Equal(HttpStatusCode.BadRequest, (await ann.SendAsync(request)).StatusCode);
        Assert.Equal(0, (await shelf.Uploads.Look(shelf.Ann.Eyes(), upload))!.Offset);
    }

    [Fact]
    public async Task Every_door_is_shut_to_those_who_may_not_see_the_space_and_to_those_who_left()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        var document = await shelf.Document(shelf.Ann, "plan.txt");
        using var ben = await Browser(shelf, shelf.Ben);
        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync($"/files/documents/{document}")).StatusCode);
        await shelf.Office.Get<App.Spaces.Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);
        using var outsider = await Browser(shelf, shelf.Outsider);
        using var nobody = shelf.Office.Browser(null);

        foreach (var browser in new[] { ben, outsider, nobody })
        foreach (var path in new[] { $"/files/documents/{document}", $"/files/documents/{document}/1" })
        {
            using var there = await browser.GetAsync(path);
            using var nowhere = await browser.GetAsync(path.Replace($"{document}", $"{Guid.CreateVersion7()}"));
            Assert.Equal(nowhere.StatusCode, there.StatusCode);
            Assert.DoesNotContain("Words", await there.Content.ReadAsStringAsync());
            Assert.NotEqual(HttpStatusCode.OK, there.StatusCode);
        }
    }

    [Fact]
    public async Task A_content_that_is_missing_is_said_in_words_and_named_by_the_check()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        var document = await shelf.Document(shelf.Ann, "plan.txt");
        var key = (await shelf.Downloads.Find(shelf.Ann.Eyes(), document, null))!.BlobKey;
        await shelf.Office.Get<IBlobs>().Delete(key);
        using var ann = await Browser(shelf, shelf.Ann);

        using var answer = await ann.GetAsync($"/files/documents/{document}");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("is missing on the server", await answer.Content.ReadAsStringAsync());
        Assert.Contains(key, (await shelf.Office.Get<App.Admin.Checkup>().Run(default)).Single(f => f.Problem is not null).Problem);
    }

    /// <summary>Says it has a million bytes, waits until some have arrived, and breaks off.</summary>
    private sealed class Breaking(Func<Task> arrived) : MemoryStream(new byte[1_000_000])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < 600_000)
                return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 50_000)], cancellationToken);
            await arrived();
            throw new IOException("broken");
        }
    }
}
