using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Tests.Servers;
using Microsoft.Extensions.Time.Testing;

namespace Intranet.Tests.Shared.Blobs;

public sealed class LandingTests
{
    private readonly string folder = TestFolder.Create("landing");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_content_above_its_limit_is_refused_and_leaves_nothing()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Land(new MemoryStream(new byte[3 * 1024 * 1024]), 2 * 1024 * 1024));
        Assert.Equal("This file is larger than 2 MB.", refusal.Message);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Land(new BrokenStream(), 1_000_000));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_full_disk_is_said_in_words_and_leaves_nothing()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Land(new BrokenStream(28), 1_000_000));
        Assert.Contains("no room left", refusal.Message);
        Assert.True(refusal.NoRoom);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void What_a_crash_left_half_written_goes_a_day_later_and_not_before()
    {
        var left = Path.Combine(folder, "half");
        File.WriteAllText(left, "half");
        clock.SetUtcNow(new DateTimeOffset(File.GetLastWriteTimeUtc(left)).AddHours(23));
        _ = new Landing(folder, clock);
        Assert.True(File.Exists(left));
        clock.SetUtcNow(new DateTimeOffset(File.GetLastWriteTimeUtc(left)).AddHours(25));
        _ = new Landing(folder, clock);
        Assert.False(File.Exists(left));
    }

    private Task<(string, string)> Land(Stream content, long most) =>
        new Landing(folder, TimeProvider.System).Land(content, most, TestContext.Current.CancellationToken);

    private sealed class BrokenStream(int code = 5) : MemoryStream(new byte[100_000])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default) =>
            Position > 0 ? throw new IOException("broken", code) : await base.ReadAsync(buffer, cancel);
    }
}
