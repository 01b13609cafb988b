using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

/// <summary>The requests a script of the product sends.</summary>
internal static class Sending
{
    public static async Task<HttpClient> Browser(Shelf shelf, Person person)
    {
        var browser = shelf.Office.Browser(await shelf.Office.Cookie(person.Id));
        browser.DefaultRequestHeaders.Accept.Clear();
        return browser;
    }

    public static object Wanted(Shelf shelf, string name, long size) =>
        new
        {
            space = shelf.Room.Id,
            name,
            size,
            key = shelf.Key(),
            same = nameof(SameName.Ask),
        };

    public static async Task<Guid> Begin(HttpClient browser, Shelf shelf, string name, long size)
    {
        using var answer = await browser.PostAsJsonAsync("/api/uploads", Wanted(shelf, name, size));
        return (await Read(answer)).GetProperty("id").GetGuid();
    }

    public static async Task<long> Piece(HttpClient browser, Guid upload, long offset, byte[] bytes)
    {
        var (status, now) = await Send(browser, upload, offset, bytes);
        Assert.Equal(204, status);
        return now;
    }

    public static async Task<(int Status, long Offset)> Send(HttpClient browser, Guid upload, long offset, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/uploads/{upload}") { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("Upload-Offset", $"{offset}");
        request.Headers.Add("Upload-Checksum", $"sha256 {Convert.ToBase64String(SHA256.HashData(bytes))}");
        request.Content.Headers.ContentType = new("application/offset+octet-stream");
        using var answer = await browser.SendAsync(request);
        return ((int)answer.StatusCode, long.Parse(answer.Headers.GetValues("Upload-Offset").Single()));
    }

    public static async Task<JsonElement> Finish(HttpClient browser, Guid upload)
    {
        using var answer = await browser.PostAsJsonAsync($"/api/uploads/{upload}/finish", new { same = nameof(SameName.Ask) });
        return await Read(answer);
    }

    public static async Task<HttpResponseMessage> Ask(HttpClient browser, Guid document, Action<HttpRequestMessage> how)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/files/documents/{document}");
        how(request);
        return await browser.SendAsync(request);
    }

    public static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        return JsonDocument.Parse(said).RootElement;
    }
}
