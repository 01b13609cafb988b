using System.Text.Encodings.Web;
using System.Text.Json;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Intranet.Tests.Documents.Dav;
using Intranet.Tests.Traces;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Matrix;

/// <summary>Somebody at the doors, with a browser, a program on the desktop, and the eyes by which screens ask.</summary>
internal sealed class Visitor : IDisposable
{
    private static readonly JsonSerializerOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly HttpClient _browser;
    private readonly Desktop _desktop;

    private Visitor(Office office, Viewer eyes, HttpClient browser, Desktop desktop) =>
        (Office, Eyes, _browser, _desktop) = (office, eyes, browser, desktop);

    public Office Office { get; }
    public Viewer Eyes { get; }

    /// <summary>Somebody who is signed in, and has an app password.</summary>
    public static async Task<Visitor> Of(Shelf shelf, Person person) =>
        new(shelf.Office, person.Eyes(), shelf.Office.Browser(await shelf.Office.Cookie(person.Id)), await Desktop.Of(shelf, person));

    /// <summary>Somebody who is not.</summary>
    public static Visitor Nobody(Office office) =>
        new(office, Viewer.Nobody, office.Browser(null), Desktop.With(office, "nobody@example.org", "aaaaaa-bbbbbb-cccccc-dddddd"));

    /// <summary>A page, with all that stands on it.</summary>
    public Task<Answer> Get(string path) => Get(path, "text/html");

    /// <summary>A file, as what shows or keeps files asks for it: where there is none the answer is bare.</summary>
    public Task<Answer> Fetch(string path) => Get(path, "*/*");

    private async Task<Answer> Get(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        using var answer = await _browser.SendAsync(request);
        var text = answer.Content.Headers.ContentType?.MediaType?.StartsWith("text/", StringComparison.Ordinal) == true;
        var said = text
            ? NoTraceTests.Passing().Replace(await answer.Content.ReadAsStringAsync(), "")
            : $"{(await answer.Content.ReadAsByteArrayAsync()).Length} bytes called {answer.Content.Headers.ContentDisposition?.FileNameStar}";
        return new(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {answer.Headers.Location} {said}");
    }

    public async Task<Answer> Dav(string method, string path, string? body = null)
    {
        var (status, text) = await _desktop.Ask(method, path, body, ("Depth", "1"));
        return new(status is >= 200 and < 300, $"{status} {text}");
    }

    /// <summary>Asks an operation, as screens do, and writes down all that it answers.</summary>
    public async Task<Answer> Ask<T>(Func<Viewer, Task<T>> operation)
    {
        try
        {
            return new(true, JsonSerializer.Serialize(await operation(Eyes), Spelling));
        }
        catch (Refusal refusal)
        {
            return new(false, refusal.Message);
        }
    }

    public Task<Answer> Act(Func<Viewer, Task> act) =>
        Ask(async eyes =>
        {
            await act(eyes);
            return "done";
        });

    public void Dispose()
    {
        _browser.Dispose();
        _desktop.Dispose();
    }
}

/// <summary>What a door answered, and whether it opened.</summary>
internal sealed record Answer(bool Opened, string Text);
