using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Intranet.App.Documents.Approving;
using Intranet.App.Documents.Sharing;
using Intranet.Domain.Documents.Sharing;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Sharing;

/// <summary>Links as people without an account walk through them, over HTTP.</summary>
public sealed partial class OutsideDoorsTests
{
    private static readonly LinkWish Month = new(TimeSpan.FromDays(30));

    [Fact]
    public async Task Who_has_the_link_downloads_the_document_harmlessly_and_is_counted()
    {
        await using var shelf = await Open();
        var paper = await shelf.Document(shelf.Ann, "Plän.html", "<script>alert(1)</script>");
        var link = await LinksTests.Make(shelf, shelf.Ann, paper, Month with { Downloads = 1, Title = "For you" });
        using var nobody = Stranger(shelf);

        var page = await nobody.GetStringAsync(link.Path);
        Assert.Contains("For you", page);
        Assert.Contains("Ann Lee", page);
        Assert.Contains("noindex", page);
        Assert.DoesNotContain("Turbine", page);
        using var got = await nobody.GetAsync($"{link.Path}/file/{paper}");
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("default-src 'none'; sandbox", got.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("<script>alert(1)</script>", await got.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync($"{link.Path}?in=zzz")).StatusCode);
        // The same browser may go on with what broke off; another is refused, also in parts.
        using var rest = await Part(nobody, $"{link.Path}/file/{paper}", 10);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        using var other = Stranger(shelf);
        using var refused = await Part(other, $"{link.Path}/file/{paper}", 10);
        Assert.Equal((HttpStatusCode.Forbidden, OutsideDoors.UsedUp), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        var row = (await shelf.Office.Get<Links>().Of(shelf.Ann.Eyes(), paper)).Rows.Single();
        Assert.Equal((2, 1), (row.Views, row.Downloads));
    }

    [Fact]
    public async Task A_password_stands_before_every_door_of_the_link()
    {
        await using var shelf = await Open();
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", folder: folder);
        var link = await LinksTests.Make(shelf, shelf.Ann, folder, Month with { Password = "correct horse" });
        using var nobody = Stranger(shelf);

        var page = await nobody.GetStringAsync(link.Path);
        Assert.DoesNotContain("Plan", page);
        foreach (var path in new[] { $"{link.Path}/file/{paper}", $"{link.Path}/zip" })
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(path)).StatusCode);
        Assert.Contains("not the password", await Enter(nobody, link.Path, page, "wrong horse"));
        await Enter(nobody, link.Path, page, "correct horse");

        Assert.Contains("Plan.txt", await nobody.GetStringAsync(link.Path));
        Assert.Equal("Words", await nobody.GetStringAsync($"{link.Path}/file/{paper}"));
        using var other = Stranger(shelf);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{link.Path}/file/{paper}")).StatusCode);
    }

    [Fact]
    public async Task Guessing_the_password_is_slowed_down()
    {
        await using var shelf = await Open();
        var link = await LinksTests.Make(
            shelf,
            shelf.Ann,
            await shelf.Document(shelf.Ann, "Plan.txt"),
            Month with
            {
                Password = "correct horse",
            }
        );
        using var nobody = Stranger(shelf);
        var page = await nobody.GetStringAsync(link.Path);

        string last = "";
        for (var i = 0; i < 7; i++)
            last = await Enter(nobody, link.Path, page, $"guess number {i}");

        Assert.Contains("Too many tries", last);
    }

    [Fact]
    public async Task A_folder_goes_out_as_one_archive()
    {
        await using var shelf = await Open();
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        await shelf.Document(shelf.Ann, "a.txt", "A", folder);
        await shelf.Document(shelf.Ann, "b.txt", "B", await shelf.Folder(shelf.Ann, "Old", folder));
        await shelf.Document(shelf.Ann, "c.txt", "C");
        var link = await LinksTests.Make(shelf, shelf.Ann, folder, Month);
        using var nobody = Stranger(shelf);

        using var zip = new ZipArchive(await nobody.GetStreamAsync($"{link.Path}/zip"));

        Assert.Equal(
            ["Plans/", "Plans/Old/", "Plans/Old/b.txt", "Plans/a.txt"],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task An_approved_document_goes_out_under_the_name_that_was_approved()
    {
        await using var shelf = await Open();
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var (paper, approvals) = (await shelf.Document(shelf.Ann, "Plan.txt", folder: folder), shelf.Office.Get<Approvals>());
        await approvals.Judge(shelf.Ben.Eyes(), await approvals.Ask(shelf.Ann.Eyes(), paper, [shelf.Ben.Id], null, "key"), true, null);
        var (one, all) = (
            await LinksTests.Make(shelf, shelf.Ann, paper, Month),
            await LinksTests.Make(shelf, shelf.Ann, folder, Month, "another")
        );
        await shelf.Papers.Rename(shelf.Ann.Eyes(), paper, "Closing of plant B.txt");
        using var nobody = Stranger(shelf);

        foreach (var link in new[] { one, all })
        {
            var page = await nobody.GetStringAsync(link.Path);
            Assert.Contains("Plan.txt", page);
            Assert.DoesNotContain("Closing", page);
        }
        using var zip = new ZipArchive(await nobody.GetStreamAsync($"{all.Path}/zip"));
        Assert.Equal(["Plans/", "Plans/Plan.txt"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_link_that_ended_and_one_that_never_was_look_the_same()
    {
        await using var shelf = await Open();
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");
        var link = await LinksTests.Make(shelf, shelf.Ann, paper, Month);
        await shelf.Office.Get<Links>().Withdraw(shelf.Ann.Eyes(), link.Id);
        using var nobody = Stranger(shelf);

        using var ended = await nobody.GetAsync(link.Path);
        using var never = await nobody.GetAsync($"/s/{new string('a', 40)}");

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (ended.StatusCode, never.StatusCode));
        Assert.Contains("This link has ended", await ended.Content.ReadAsStringAsync());
        Assert.Contains("This link has ended", await never.Content.ReadAsStringAsync());
        foreach (var path in new[] { $"/file/{paper}", "/zip" })
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(link.Path + path)).StatusCode);
    }

    internal static Task<Shelf> Open() => Shelf.In(Office.Serve(Engine.Sqlite), openness: Openness.Closed);

    /// <summary>Somebody with a browser and without an account.</summary>
    internal static HttpClient Stranger(Shelf shelf) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(shelf.Office.Address) };

    internal static Task<HttpResponseMessage> Part(HttpClient browser, string path, long from)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(from, null) } };
        return browser.SendAsync(request);
    }

    private static async Task<string> Enter(HttpClient browser, string path, string page, string password)
    {
        var token = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "link-password",
                ["__RequestVerificationToken"] = token,
                ["Password"] = password,
            }
        );
        using var answer = await browser.PostAsync(path, form);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
