using System.Diagnostics;
using System.Net.Http.Headers;
using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.FileProviders;
using Microsoft.Playwright;

namespace Intranet.Bench;

/// <summary>A folder of a thousand documents as a browser opens it, and a large document downloaded in parts, against the same file as Kestrel sends it.</summary>
internal static class Shelves
{
    private const double PaintBudget = 300;
    private const double SpeedBudget = 80;
    private const int Runs = 9;
    private const int Part = 8 * 1024 * 1024;
    private const int Mega = 1024 * 1024;

    public static async Task Run(Asked asked)
    {
        var (count, size) = (asked.Number("--documents", 1_000), asked.Number("--megabytes", 512));
        using var folder = new Folder();
        var data = Path.Combine(folder.Path, "data");
        var large = Path.Combine(folder.Path, "film.bin");
        await Uploads.Write(large, (long)size * Mega);
        Company company;
        Guid shelf,
            film;
        await using (var product = await Product.Open(data))
        {
            company = await Company.Found(product.Store, people: 20, spaces: 1, roomsEach: 0);
            (shelf, film) = await Fill(product, company, count, large);
        }
        using var app = Child.Start(Folder.BuiltApp, [], data);
        await app.Answers("/sign-in");
        await Open(app, company, shelf, count);
        await Download(app, film, large, size);
    }

    private static async Task Open(Child app, Company company, Guid shelf, int count)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.Open(playwright);
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await Browser.SignIn(page, app.Address, Company.Email(1), Company.Password);
        var paints = new List<double>();
        // The first look warms the server and the browser's own store, as everybody's second visit finds them.
        for (var i = 0; i <= Runs; i++)
        {
            await page.GotoAsync($"{app.Address}/spaces/{company.Spaces[0]}/documents?folder={shelf}");
            await page.Locator("tr[data-node]").First.WaitForAsync();
            var paint = await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
            if (i > 0)
                paints.Add(paint);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        Figure.Print($"folder of {count:#,0}: first paint, median of {Runs}", Figure.Percentile(paints, 0.5), "ms", PaintBudget);
        Figure.Print($"folder of {count:#,0}: first paint, slowest", paints.Max(), "ms");
    }

    private static async Task Download(Child app, Guid film, string large, int size)
    {
        using var visitor = new Visitor(app.Address);
        await visitor.SignIn(Company.Email(1), Company.Password);
        await using var plain = await Plain(Path.GetDirectoryName(large)!);
        using var stranger = new Visitor(plain.Urls.First());
        var (ours, kestrels) = (new List<double>(), new List<double>());
        for (var i = 0; i < 5; i++)
        {
            kestrels.Add(await Speed(stranger, "/film.bin", size));
            ours.Add(await Speed(visitor, $"/files/documents/{film}", size));
        }
        var (best, usual) = (Figure.Percentile(kestrels, 0.5), Figure.Percentile(ours, 0.5));
        Figure.Print($"{size} MB in parts of {Part / Mega} MB, as Kestrel sends a file", best, "MB/s");
        Figure.Print($"{size} MB in parts of {Part / Mega} MB, as a document", usual, "MB/s");
        Figure.Print("download with ranges: speed of Kestrel's static file", 100 * usual / best, "%", SpeedBudget, floor: true);
    }

    private static async Task<double> Speed(Visitor visitor, string path, int size)
    {
        var watch = Stopwatch.StartNew();
        for (var at = 0L; at < (long)size * Mega; at += Part)
            await visitor.Part(path, new RangeHeaderValue(at, Math.Min((long)size * Mega, at + Part) - 1));
        return size / watch.Elapsed.TotalSeconds;
    }

    private static async Task<WebApplication> Plain(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), ServeUnknownFileTypes = true });
        await app.StartAsync();
        return app;
    }

    private static async Task<(Guid Shelf, Guid Film)> Fill(Product product, Company company, int count, string large)
    {
        await using var content = File.OpenRead(large);
        var key = await product.Get<Incoming>().PutAsync(content, content.Length);
        var file = new StoredFile(key, content.Length, "application/octet-stream");
        var words = "Words\n"u8.ToArray();
        var note = new StoredFile(await product.Get<Incoming>().PutAsync(words), words.Length, "text/plain");
        return await product.Store.Write(
            new Viewer(company.People[0]),
            async work =>
            {
                var member = await work.Standing(company.Spaces[0]);
                var shelf = member.MakeFolder(Guid.CreateVersion7(), null, "Shelf", "shelf", work.Now);
                work.Db.Nodes.Add(shelf);
                for (var i = 0; i < count; i++)
                {
                    var (node, version) = member.Add(Guid.CreateVersion7(), shelf, $"Document {i}.txt", note, null, $"doc-{i}", work.Now);
                    work.Db.Nodes.Add(node);
                    work.Db.DocumentVersions.Add(version);
                }
                var (film, only) = member.Add(Guid.CreateVersion7(), null, "film.bin", file, null, "film", work.Now);
                work.Db.Nodes.Add(film);
                work.Db.DocumentVersions.Add(only);
                return (shelf.Id, film.Id);
            }
        );
    }
}
