using Intranet.App.Shared.Blobs;
using Intranet.Tests.Servers;

namespace Intranet.Tests.Shared.Blobs;

/// <summary>What only a folder promises; the rest it shares with the bucket.</summary>
public sealed class BlobFolderTests
{
    private readonly string root = TestFolder.Create("blobs");
    private readonly Incoming incoming;

    public BlobFolderTests() => incoming = new(new Landing(Path.Combine(root, "arriving"), TimeProvider.System), new BlobFolder(root));

    private string[] Files() => Directory.GetFiles(root, "*", SearchOption.AllDirectories);

    [Fact]
    public async Task A_content_lies_under_its_key_and_nothing_beside_it()
    {
        var key = await incoming.PutAsync("where"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal([Path.Combine(root, key[..2], key[2..4], key)], Files());
    }

    [Fact]
    public async Task Only_the_owner_of_the_process_may_read()
    {
        await incoming.PutAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.All(Files(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.All(
            [root, .. Directory.GetDirectories(root, "*", SearchOption.AllDirectories)],
            folder => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder))
        );
    }

    [Fact]
    public async Task A_content_that_was_cut_off_is_made_whole_when_it_comes_again()
    {
        var key = await incoming.PutAsync("whole"u8.ToArray(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Files()[0], "who", TestContext.Current.CancellationToken);
        Assert.Equal(key, await incoming.PutAsync("whole"u8.ToArray(), TestContext.Current.CancellationToken));
        Assert.Equal("whole", await File.ReadAllTextAsync(Files()[0], TestContext.Current.CancellationToken));
    }
}
