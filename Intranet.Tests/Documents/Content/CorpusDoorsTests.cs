using System.IO.Compression;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Intranet.App.Documents;
using Intranet.App.Documents.Content;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Uploading;
using Intranet.App.Search;
using Intranet.Domain.Documents.Content;
using Intranet.Tests.Architecture;
using Intranet.Tests.Documents.Dav;
using Intranet.Tests.House;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static Intranet.Tests.Documents.Sending;

namespace Intranet.Tests.Documents.Content;

/// <summary>The hard documents of others on their whole way: in by the upload, looked at, found, and out again by every door as they came.</summary>
public sealed class CorpusDoorsTests
{
    /// <summary>What is shorter is in so many texts that a page of hits does not hold them.</summary>
    private const int Telling = 4;

    private readonly List<string> _wrong = [];

    [Fact]
    public async Task Every_file_comes_in_is_shown_found_and_goes_out_as_the_table_says()
    {
        Assert.SkipUnless(Corpus.Files.Count > 0, CorpusTests.Absent);
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite, Adjust));
        using var ann = await Browser(shelf, shelf.Ann);
        using var desktop = await Desktop.Of(shelf, shelf.Ann);
        var documents = new Dictionary<string, Guid>();
        foreach (var file in Corpus.Files)
            if (await Upload(ann, shelf, file) is { } document)
                documents[file] = document;

        await shelf.Office.Get<Librarian>().CatchUp(TestContext.Current.CancellationToken);
        foreach (var (file, document) in documents)
        {
            await Download(ann, file, document);
            await Find(shelf, file, document);
            await Show(shelf, file, document);
        }
        await Pack(ann, shelf);
        foreach (var file in documents.Keys)
            await OverWebDav(desktop, file);
        Check((await desktop.List("Turbine/names over WebDAV")).Order(StringComparer.Ordinal), Kept(FileName.Clean), "names over WebDAV");

        Says.Nothing(_wrong, "These files did not go as CorpusTable.cs says.");
    }

    private async Task<Guid?> Upload(HttpClient browser, Shelf shelf, string file)
    {
        var bytes = await File.ReadAllBytesAsync(Corpus.PathOf(file));
        var wanted = new
        {
            space = shelf.Room.Id,
            path = new[] { Folder(file) },
            name = Path.GetFileName(file),
            size = bytes.Length,
            key = shelf.Key(),
            same = nameof(SameName.Ask),
        };
        using var begun = await browser.PostAsJsonAsync("/api/uploads", wanted);
        var upload = (await Read(begun)).GetProperty("id").GetGuid();
        await Piece(browser, upload, 0, bytes);
        using var answer = await browser.PostAsJsonAsync($"/api/uploads/{upload}/finish", new { same = nameof(SameName.Ask) });
        Check(answer.IsSuccessStatusCode, CorpusTable.Of(file)?.Verdict != Verdict.Refused, $"{file} is taken");
        return answer.IsSuccessStatusCode ? (await Read(answer)).GetProperty("document").GetGuid() : null;
    }

    private async Task Download(HttpClient browser, string file, Guid document)
    {
        using var answer = await browser.GetAsync($"/files/documents/{document}");
        Check(Sum(await answer.Content.ReadAsByteArrayAsync()), await SumOf(file), $"{file} downloaded");
        var name = answer.Content.Headers.ContentDisposition?.FileNameStar;
        Check(name, FileName.ForDownload(Path.GetFileName(file)), $"{file}, its name when downloaded");
    }

    private async Task Find(Shelf shelf, string file, Guid document)
    {
        if (CorpusTable.Of(file) is not { Phrase: { Length: >= Telling } phrase })
            return;
        var found = await shelf.Office.Get<Searching>().Find(shelf.Ben.Eyes(), phrase, SearchKind.Documents);
        Check(found.Documents.Any(hit => hit.Id == document), true, $"{file} is found by “{phrase}”");
    }

    private async Task Show(Shelf shelf, string file, Guid document)
    {
        var look = await shelf.Looks.At(shelf.Ann.Eyes(), document, null);
        var preview = await shelf.Looks.Open(shelf.Ann.Eyes(), look!);
        Check(preview.GetType().Name, CorpusTable.ShownAs(file), $"{file} is shown");
    }

    /// <summary>In an archive names are as every desktop can store them.</summary>
    private async Task Pack(HttpClient browser, Shelf shelf)
    {
        var folder = (await shelf.Folders.Below(shelf.Ann.Eyes(), shelf.Room.Id, null)).Single(f => f.Name == "names");
        await using var packed = await browser.GetStreamAsync($"/files/zip?of={folder.Id}");
        using var zip = new ZipArchive(packed);
        Check(
            zip.Entries.Where(e => e.Name.Length > 0).Select(e => e.FullName["names/".Length..]).Order(StringComparer.Ordinal),
            Kept(FileName.ForDownload),
            "names in the archive"
        );
    }

    private async Task OverWebDav(Desktop desktop, string file)
    {
        var folder = $"Turbine/{Uri.EscapeDataString($"{Folder(file)} over WebDAV")}";
        await desktop.Status("MKCOL", folder);
        var path = $"{folder}/{Uri.EscapeDataString(Path.GetFileName(file))}";
        using var put = await desktop.Send("PUT", path, new ByteArrayContent(await File.ReadAllBytesAsync(Corpus.PathOf(file))));
        Check((int)put.StatusCode, 201, $"{file} saved over WebDAV");
        using var got = await desktop.Send("GET", path, null);
        Check(Sum(await got.Content.ReadAsByteArrayAsync()), await SumOf(file), $"{file} opened over WebDAV");
    }

    private void Check<T>(T found, T right, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(found, right))
            _wrong.Add($"{what}: {found}, and not {right}");
    }

    private void Check(IEnumerable<string> found, IEnumerable<string> right, string what) =>
        Check(string.Join(" | ", found), string.Join(" | ", right), what);

    private static IEnumerable<string> Kept(Func<string, string> how) =>
        Corpus.Files.Where(f => Folder(f) == "names").Select(f => how(Path.GetFileName(f))).Order(StringComparer.Ordinal);

    private static string Folder(string file) => Path.GetDirectoryName(file)!;

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<string> SumOf(string file) => Sum(await File.ReadAllBytesAsync(Corpus.PathOf(file)));

    /// <summary>Documents are read by the real reader, the first pages of them, and not printed: LibreOffice takes seconds for each.</summary>
    private static void Adjust(WebApplicationBuilder builder)
    {
        string[] reader = ["dotnet", Path.Combine(Repository.BuildOf("Intranet.App"), "Intranet.App.dll"), "extract"];
        var limits = new ReadingLimits { Time = TimeSpan.FromMinutes(3), Pages = 8 };
        builder.Services.AddSingleton(new ReadingRoom(limits, TimeProvider.System, reader));
        builder.Services.AddSingleton(s => new OfficePrinter(s.GetRequiredService<PreviewFolder>(), null, TimeSpan.FromMinutes(1)));
    }
}
