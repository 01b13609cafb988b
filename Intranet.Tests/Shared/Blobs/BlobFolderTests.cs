using System.Security.Cryptography;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Microsoft.Extensions.Time.Testing;

namespace Intranet.Tests.Shared.Blobs;

public sealed class BlobFolderTests : IDisposable
{
    private readonly string root = Path.Combine(Path.GetTempPath(), "blobs-" + Guid.NewGuid().ToString("N"));
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly BlobFolder blobs;

    public BlobFolderTests() => blobs = new(root, TimeProvider.System);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string[] Files() => Directory.GetFiles(root, "*", SearchOption.AllDirectories);

    [Fact]
    public async Task What_is_put_in_comes_out_under_the_hash_of_its_bytes()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);
        var key = await blobs.PutAsync(content);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), key);
        await using var file = blobs.Open(key)!;
        var back = new byte[content.Length];
        await file.ReadExactlyAsync(back);
        Assert.Equal(content, back);
        Assert.Equal([Path.Combine(root, key[..2], key[2..4], key)], Files());
    }

    [Fact]
    public async Task The_same_content_from_many_at_once_is_stored_once()
    {
        var content = RandomNumberGenerator.GetBytes(200_000);
        var keys = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => blobs.PutAsync(content))));
        Assert.Single(keys.Distinct());
        Assert.Single(Files());
        Assert.Equal(content, await File.ReadAllBytesAsync(Files()[0]));
    }

    [Fact]
    public async Task Only_the_owner_of_the_process_may_read()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await blobs.PutAsync("x"u8.ToArray());
        Assert.All(Files(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.All(
            [root, .. Directory.GetDirectories(root, "*", SearchOption.AllDirectories)],
            folder => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder))
        );
    }

    [Fact]
    public async Task A_content_above_its_limit_is_refused_and_leaves_nothing()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => blobs.PutAsync(new MemoryStream(new byte[3 * 1024 * 1024]), 2 * 1024 * 1024));
        Assert.Equal("This file is larger than 2 MB.", refusal.Message);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_stream_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => blobs.PutAsync(new BrokenStream(), 1_000_000));
        Assert.Empty(Files());
    }

    [Fact]
    public void What_a_crash_left_half_written_goes_a_day_later_and_not_before()
    {
        var left = Path.Combine(root, "arriving", "half");
        File.WriteAllText(left, "half");
        clock.SetUtcNow(new DateTimeOffset(File.GetLastWriteTimeUtc(left)).AddHours(23));
        _ = new BlobFolder(root, clock);
        Assert.True(File.Exists(left));
        clock.SetUtcNow(new DateTimeOffset(File.GetLastWriteTimeUtc(left)).AddHours(25));
        _ = new BlobFolder(root, clock);
        Assert.False(File.Exists(left));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("arriving")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85/")]
    public void What_is_no_key_or_not_there_opens_nothing(string key)
    {
        Assert.Null(blobs.Open(key));
        blobs.Delete(key);
    }

    [Fact]
    public async Task A_deleted_content_is_gone_and_can_come_again()
    {
        var key = await blobs.PutAsync("again"u8.ToArray());
        blobs.Delete(key);
        Assert.Null(blobs.Open(key));
        Assert.Equal(key, await blobs.PutAsync("again"u8.ToArray()));
        using var file = blobs.Open(key);
        Assert.NotNull(file);
    }

    [Fact]
    public async Task A_full_disk_is_said_in_words_and_leaves_nothing()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => blobs.PutAsync(new BrokenStream(28), 1_000_000));
        Assert.Contains("no room left", refusal.Message);
        Assert.Empty(Files());
    }

    private sealed class BrokenStream(int code = 5) : MemoryStream(new byte[100_000])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default) =>
            Position > 0 ? throw new IOException("broken", code) : await base.ReadAsync(buffer, cancel);
    }
}
