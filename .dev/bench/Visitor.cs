using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Intranet.Bench;

/// <summary>Somebody with a cookie jar: signs in by the form, as a browser without JavaScript does.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(string address)
    {
        Address = new Uri(address);
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) })
        {
            BaseAddress = Address,
        };
    }

    public Uri Address { get; }
    public CookieContainer Cookies { get; } = new();

    public async Task SignIn(string email, string password)
    {
        var fields = new Dictionary<string, string> { ["Entry.Email"] = email, ["Entry.Password"] = password };
        var answer = await Submit("/sign-in", "sign-in", fields);
        if (Cookies.GetCookies(Address)["intranet"] is null)
            throw new InvalidOperationException($"{email} could not sign in: {Alert().Match(answer).Groups[1].Value}");
    }

    public Task<string> Page(string path) => _http.GetStringAsync(path);

    public async Task<string> Post(string path, HttpContent? content = null)
    {
        using var answer = await _http.PostAsync(path, content);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>Reads a part of a file and lets it go.</summary>
    public async Task Part(string path, RangeHeaderValue range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = range } };
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != HttpStatusCode.PartialContent)
            throw new InvalidOperationException($"{path} answered {answer.StatusCode} to a request for a part.");
        await answer.Content.CopyToAsync(Stream.Null);
    }

    /// <summary>Sends a piece of a file with its checksum, as the product's script does.</summary>
    public async Task Patch(string path, long offset, ReadOnlyMemory<byte> piece)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new ReadOnlyMemoryContent(piece) };
        request.Headers.Add("Upload-Offset", $"{offset}");
        request.Headers.Add("Upload-Checksum", $"sha256 {Convert.ToBase64String(SHA256.HashData(piece.Span))}");
        request.Content.Headers.ContentType = new("application/offset+octet-stream");
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string> Submit(string path, string form, Dictionary<string, string> fields)
    {
        var page = await Page(path);
        var from = page.IndexOf($"value=\"{form}\"", StringComparison.Ordinal);
        var begin = page.LastIndexOf("<form", from, StringComparison.Ordinal);
        var end = page.IndexOf("</form>", from, StringComparison.Ordinal);
        foreach (Match hidden in Hidden().Matches(page[begin..end]))
            fields[hidden.Groups[1].Value] = WebUtility.HtmlDecode(hidden.Groups[2].Value);
        return await Post(path, new FormUrlEncodedContent(fields));
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("role=\"alert\"><p>(.*?)</p>")]
    private static partial Regex Alert();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
