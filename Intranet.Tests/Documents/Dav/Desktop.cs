using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Intranet.App.Access;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Dav;

/// <summary>One person's program on the desktop, with an app password of its own.</summary>
internal sealed class Desktop : IDisposable
{
    private static readonly XNamespace D = "DAV:";
    private readonly HttpClient _http;

    private Desktop(HttpClient http, string password) => (_http, Password) = (http, password);

    public string Password { get; }

    /// <summary>A new app password and a program that uses it.</summary>
    public static async Task<Desktop> Of(Shelf shelf, Person person)
    {
        var password = await shelf.Office.Get<AppPasswords>().Make(person.Eyes(), "Laptop");
        return With(shelf.Office, person.Email, password);
    }

    public static Desktop With(Office office, string email, string password) => At(office.Address, email, password);

    public static Desktop At(string address, string email, string password)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{email}:{password}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", pair);
        return new(http, password);
    }

    /// <summary>Status and text of the answer to one request.</summary>
    /// <param name="path">Below /dav/, as it is written in an address.</param>
    public async Task<(int Status, string Text)> Ask(
        string method,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var answer = await Send(method, path, body is null ? null : new StringContent(body), headers);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<int> Status(string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        (await Ask(method, path, body, headers)).Status;

    public async Task<HttpResponseMessage> Send(string method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/dav/{path}") { Content = body };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request);
    }

    /// <summary>The names in a folder.</summary>
    public async Task<string[]> List(string path)
    {
        var (status, text) = await Ask("PROPFIND", path, null, ("Depth", "1"));
        return status == 207
            ? [.. XElement.Parse(text).Descendants(D + "displayname").Skip(1).Select(name => name.Value)]
            : throw new InvalidOperationException($"{path} answers {status}: {text}");
    }

    /// <summary>Locks it, as office programs do, and gives the token.</summary>
    public async Task<string> Lock(string path, string scope = "exclusive")
    {
        var wish = $"""<lockinfo xmlns="DAV:"><lockscope><{scope}/></lockscope><locktype><write/></locktype><owner>me</owner></lockinfo>""";
        using var answer = await Send("LOCK", path, new StringContent(wish), ("Depth", "0"), ("Timeout", "Second-3600"));
        return answer.IsSuccessStatusCode
            ? answer.Headers.GetValues("Lock-Token").Single()
            : throw new InvalidOperationException($"{path} answers {(int)answer.StatusCode}");
    }

    /// <summary>The header that shows a token.</summary>
    public static (string, string) Shows(string token) => ("If", $"({token})");

    /// <summary>The header that names where something goes.</summary>
    public (string, string) To(string path) => ("Destination", new Uri(_http.BaseAddress!, $"/dav/{path}").AbsoluteUri);

    public void Dispose() => _http.Dispose();
}
