using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Intranet.Bench;

/// <summary>A large file through the doors a browser's script uses, against copying and hashing it on the same disk; and many at once.</summary>
internal static class Uploads
{
    private const int AtOnce = 10;
    private const int Piece = 8 * 1024 * 1024;
    private const int Mega = 1024 * 1024;
    private const double SpeedBudget = 60;
    private const double GrowthBudget = 100;

    public static async Task Run(Asked asked)
    {
        var size = (long)asked.Number("--megabytes", 2048) * Mega;
        using var folder = new Folder();
        var data = Path.Combine(folder.Path, "data");
        Company company;
        await using (var product = await Product.Open(data))
            company = await Company.Found(product.Store, people: 2, spaces: 1, roomsEach: 0);
        using var app = Child.Start(Folder.BuiltApp, [], data);
        await app.Answers("/sign-in");
        using var visitor = new Visitor(app.Address);
        await visitor.SignIn(Company.Email(0), Company.Password);
        var file = Path.Combine(folder.Path, "film.bin");
        await Write(file, size);
        // What is measured is a server that has run for a while.
        await Send(visitor, company.Spaces[0], file, "warm.bin", Math.Min(size, 256 * Mega));

        var before = app.Memory;
        var plain = await Plain(file, Path.Combine(folder.Path, "copy.bin"));
        var (watch, cpu) = (Stopwatch.StartNew(), app.Cpu);
        await Send(visitor, company.Spaces[0], file, "film.bin", size);
        var (wall, spent) = (watch.Elapsed, app.Cpu - cpu);
        Figure.Print($"{size / Mega:#,0} MB copied and hashed on this disk", plain.TotalSeconds, "s");
        Figure.Print($"{size / Mega:#,0} MB uploaded", wall.TotalSeconds, "s");
        Figure.Print("upload: speed of copying and hashing", 100 * plain / wall, "%", SpeedBudget, floor: true);
        Figure.Print("upload: the server's processor time", spent.TotalSeconds, "s");

        var all = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Send(visitor, company.Spaces[0], file, $"film {i}.bin", size / 4)));
        var peak = app.Memory;
        while (!all.IsCompleted)
        {
            peak = Math.Max(peak, app.Memory);
            await Task.WhenAny(all, Task.Delay(50));
        }
        await all;
        Figure.Print($"{AtOnce} uploads at once: growth of the server's memory", (double)(peak - before) / Mega, "MB", GrowthBudget);
    }

    /// <summary>A file that no disk makes smaller.</summary>
    internal static async Task Write(string path, long size)
    {
        await using var file = File.Create(path);
        var bytes = new byte[Piece];
        for (var at = 0L; at < size; at += bytes.Length)
        {
            Random.Shared.NextBytes(bytes);
            await file.WriteAsync(bytes.AsMemory(0, (int)Math.Min(bytes.Length, size - at)));
        }
    }

    private static async Task<TimeSpan> Plain(string from, string to)
    {
        var watch = Stopwatch.StartNew();
        await using (var source = File.OpenRead(from))
        await using (var copy = File.Create(to))
        {
            await source.CopyToAsync(copy, Mega);
            copy.Flush(flushToDisk: true);
        }
        await using (var copy = new BufferedStream(File.OpenRead(to), Mega))
            await SHA256.HashDataAsync(copy);
        var spent = watch.Elapsed;
        File.Delete(to);
        return spent;
    }

    private static async Task Send(Visitor visitor, Guid space, string path, string name, long size)
    {
        var wanted = new
        {
            space,
            name,
            size,
            key = Guid.NewGuid().ToString("N"),
            same = "Ask",
        };
        var begun = JsonDocument.Parse(await visitor.Post("/api/uploads", JsonContent.Create(wanted))).RootElement;
        var id = begun.GetProperty("id").GetGuid();
        await using var file = File.OpenRead(path);
        var bytes = new byte[Piece];
        for (var at = 0L; at < size; )
        {
            var piece = bytes.AsMemory(0, (int)Math.Min(bytes.Length, size - at));
            await file.ReadExactlyAsync(piece);
            await visitor.Patch($"/api/uploads/{id}", at, piece);
            at += piece.Length;
        }
        await visitor.Post($"/api/uploads/{id}/finish", JsonContent.Create(new { same = "Ask" }));
    }
}
