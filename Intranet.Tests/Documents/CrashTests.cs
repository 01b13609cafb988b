using System.IO.Pipelines;
using System.Security.Cryptography;
using Intranet.App.Shared.Blobs;
using Intranet.Tests.Documents.Dav;
using Intranet.Tests.Servers;

namespace Intranet.Tests.Documents;

/// <summary>A power cut at the worst moments of saving.</summary>
public sealed class CrashTests
{
    private const string Founder = "ingrid@nordwind.example";
    private const string Plan = "Everyone/plan.bin";

    /// <summary>How much of the new version has been sent before the cut, and how long the server then still has, in milliseconds.</summary>
    private static readonly (double Share, int Grace)[] Cuts = [(0.5, 200), (1, 0), (1, 40)];

    [Fact]
    public async Task A_document_keeps_its_old_version_or_has_the_new_one_and_either_is_whole()
    {
        await using var app = await Start();
        using var desktop = await Program(app);
        var kept = await Save(desktop, RandomNumberGenerator.GetBytes(3_000_000));

        foreach (var (share, grace) in Cuts)
        {
            var next = RandomNumberGenerator.GetBytes(3_000_000);
            await CutOff(app, desktop, next, share, grace);
            await app.StartAgain();

            using var opened = await desktop.Send("GET", Plan, null);
            var now = await opened.Content.ReadAsByteArrayAsync();
            Assert.True(
                now.AsSpan().SequenceEqual(kept) || (share == 1 && now.AsSpan().SequenceEqual(next)),
                $"Half of something, cut at {share}."
            );
            var (exit, found) = await AppProcess.Run("check", "--deep", "--data", app.Data);
            Assert.True(exit == 0, found);
            kept = await Save(desktop, next);
        }
    }

    [Fact]
    public async Task What_a_cut_left_behind_is_named_and_goes_when_the_server_is_back_and_nothing_else_does()
    {
        await using var app = await Start();
        using var desktop = await Program(app);
        var kept = await Save(desktop, RandomNumberGenerator.GetBytes(100_000));
        await app.Kill();
        var blobs = new BlobFolder(Path.Combine(app.Data, "blobs"));
        var half = Path.Combine(app.Data, "half");
        await File.WriteAllTextAsync(half, "left");
        var left = Convert.ToHexStringLower(SHA256.HashData("left"u8));
        await blobs.Take(half, left);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(app.Data, "blobs"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        var (exit, found) = await AppProcess.Run("check", "--deep", "--data", app.Data);
        Assert.True(exit == 0, found);
        Assert.Contains($"1 with 4 bytes, to which nothing refers: {left}.", found);
        await app.StartAgain();
        while (await blobs.Length(left) is not null)
            await Task.Delay(100, TestContext.Current.CancellationToken);

        using var opened = await desktop.Send("GET", Plan, null);
        Assert.Equal(kept, await opened.Content.ReadAsByteArrayAsync());
        Assert.DoesNotContain("nothing refers", (await AppProcess.Run("check", "--deep", "--data", app.Data)).Output);
    }

    private static Task<AppProcess> Start() =>
        AppProcess.Start(
            environment: new Dictionary<string, string?>
            {
                ["INTRANET_ORGANISATION"] = "Nordwind Energy",
                ["INTRANET_ADMIN_NAME"] = "Ingrid Solheim",
                ["INTRANET_ADMIN_EMAIL"] = Founder,
                ["INTRANET_ADMIN_PASSWORD"] = "quiet harbour lantern fig",
            }
        );

    private static async Task<Desktop> Program(AppProcess app)
    {
        var (_, told) = await AppProcess.Run("person", "app-password", Founder, "--data", app.Data);
        // What it says beside the password goes another way and may be here first.
        var password = told.Split('\n').Select(line => line.Trim()).Single(line => line.Length > 0 && !line.Contains(' '));
        return Desktop.At(app.Address, Founder, password);
    }

    private static async Task CutOff(AppProcess app, Desktop desktop, byte[] bytes, double share, int grace)
    {
        var wire = new Pipe();
        var sending = desktop.Send("PUT", Plan, new StreamContent(wire.Reader.AsStream()));
        await wire.Writer.WriteAsync(bytes.AsMemory(0, (int)(bytes.Length * share)));
        if (share == 1)
            await wire.Writer.CompleteAsync();
        await Task.Delay(grace);
        await app.Kill();
        await wire.Writer.CompleteAsync(new IOException("The wire is cut."));
        try
        {
            using var answer = await sending;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Nobody was told whether it is saved.
        }
    }

    private static async Task<byte[]> Save(Desktop desktop, byte[] bytes)
    {
        using var answer = await desktop.Send("PUT", Plan, new ByteArrayContent(bytes));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        using var opened = await desktop.Send("GET", Plan, null);
        Assert.Equal(bytes, await opened.Content.ReadAsByteArrayAsync());
        return bytes;
    }
}
