using Intranet.App.Shared.Blobs.Buckets;
using Intranet.Tests.Servers;
using Microsoft.Extensions.Time.Testing;

namespace Intranet.Tests.Shared.Blobs;

public sealed class BlobCopiesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly string folder = TestFolder.Create("copies");
    private readonly string elsewhere = TestFolder.Create("elsewhere");
    private int brought;

    [Fact]
    public async Task However_many_ask_at_once_a_content_is_brought_once()
    {
        var copies = new BlobCopies(folder, 1000, clock);
        var held = new TaskCompletionSource();

        var asking = Enumerable.Range(0, 10).Select(_ => copies.Get(Key('a'), Slow, Stop)).ToList();
        held.SetResult();

        Assert.Single((await Task.WhenAll(asking)).Distinct());
        Assert.Equal(1, brought);

        async Task<string?> Slow()
        {
            await held.Task;
            return await Bring();
        }
    }

    [Fact]
    public async Task What_was_not_asked_for_for_the_longest_time_goes_and_what_is_in_use_stays()
    {
        var copies = new BlobCopies(folder, 1000, clock);
        foreach (var letter in "abc")
        {
            await copies.Get(Key(letter), Bring, Stop);
            clock.Advance(TimeSpan.FromMinutes(4));
        }
        Assert.Equal([Key('b'), Key('c')], Here());

        await copies.Get(Key('b'), Bring, Stop);
        clock.Advance(TimeSpan.FromMinutes(4));
        await copies.Get(Key('d'), Bring, Stop);

        Assert.Equal([Key('b'), Key('d')], Here());
        Assert.Equal(4, brought);
    }

    [Fact]
    public async Task A_content_that_could_not_be_brought_is_tried_again_by_the_next_who_asks()
    {
        var copies = new BlobCopies(folder, 1000, clock);
        await Assert.ThrowsAsync<IOException>(() => copies.Get(Key('a'), () => throw new IOException("broken"), Stop));
        Assert.Null(await copies.Get(Key('a'), () => Task.FromResult<string?>(null), Stop));
        Assert.NotNull(await copies.Get(Key('a'), Bring, Stop));
    }

    private static string Key(char letter) => new(letter, 64);

    private string[] Here() => [.. Directory.GetFiles(folder).Select(Path.GetFileName).Order()!];

    private async Task<string?> Bring()
    {
        var file = Path.Combine(elsewhere, $"{Interlocked.Increment(ref brought)}");
        await File.WriteAllBytesAsync(file, new byte[400]);
        return file;
    }
}
