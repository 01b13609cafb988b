using System.Security.Cryptography;
using System.Text;
using Intranet.App.Data;
using Intranet.Domain.Documents;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Documents.Dav;

/// <summary>The documents as a folder of the machine, mounted with davfs2.</summary>
public sealed class MountedTests
{
    private const int Many = 1_000;

    /// <summary>It is mounted where only this script sees it, and gone with the script however that ends.</summary>
    private const string Work = """
        set -eu
        mkdir m
        cache=$(mktemp -d)
        trap 'cd /; umount -l "$home/m" 2>/dev/null; rm -rf "$cache"' EXIT
        home=$PWD
        chown root:davfs2 "$cache"
        chmod 1775 "$cache"
        echo "cache_dir $cache" >> davfs2.conf
        mount -t davfs -o conf="$PWD/davfs2.conf" "$1" m || { echo "not mounted"; exit 0; }
        cd m/Turbine
        cp ../../letter.bin letter.bin
        sync
        cmp letter.bin ../../letter.bin
        printf 'and more' >> letter.bin
        sync
        mkdir -p 'Pläne 計画/deep'
        mv letter.bin 'Pläne 計画/deep/brief.bin'
        mv 'Pläne 計画/deep' 'Pläne 計画/deeper'
        cp 'Pläne 計画/deeper/brief.bin' copy.bin
        sync
        rm copy.bin
        echo "there are $(ls many | wc -l)"
        cd ../..
        umount m
        rm -rf "$cache"/*
        mount -t davfs -o conf="$PWD/davfs2.conf" "$1" m
        cp 'm/Turbine/Pläne 計画/deeper/brief.bin' back.bin
        rm -r m/Turbine/many
        umount m
        echo "all done"
        """;

    [Fact]
    public async Task A_mounted_space_is_worked_in_like_any_folder()
    {
        Assert.SkipUnless(
            File.Exists("/dev/fuse") && Environment.IsPrivilegedProcess,
            "Without /dev/fuse and root nothing can be mounted; davfs2 was not tried."
        );
        DebianPackages.Require(DebianPackages.Davfs2);
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        await Fill(shelf, await shelf.Folder(shelf.Ben, "many"));
        using var desktop = await Desktop.Of(shelf, shelf.Ann);
        var home = TestFolder.Create("davfs");
        var url = $"{shelf.Office.Address}/dav/";
        var letter = RandomNumberGenerator.GetBytes(700_000);
        await File.WriteAllBytesAsync(Path.Combine(home, "letter.bin"), letter);
        await File.WriteAllTextAsync(
            Path.Combine(home, "davfs2.conf"),
            // Linux from 6.17 on reads folders in larger pieces than davfs2 takes unless it is told so.
            $"secrets {home}/secrets\nask_auth 0\ndelay_upload 0\ndir_refresh 0\nbuf_size 128\n"
        );
        await File.WriteAllTextAsync(Path.Combine(home, "secrets"), $"\"{url}\" \"{shelf.Ann.Email}\" \"{desktop.Password}\"\n");
        File.SetUnixFileMode(Path.Combine(home, "secrets"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await using var script = await GuardedProcess.Start(
            "TERM",
            ["unshare", "--mount", "/bin/sh", "-c", Work, "work", url],
            new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8", ["HOME"] = home },
            workingFolder: home
        );
        await script.Exit(TimeSpan.FromMinutes(5));

        Assert.SkipWhen(
            script.Output.Contains("not mounted"),
            $"This machine lets nothing be mounted; davfs2 was not tried. {script.Output}"
        );
        Assert.True(script.Output.Contains("all done"), script.Output);
        Assert.Contains($"there are {Many}", script.Output);
        byte[] after = [.. letter, .. "and more"u8];
        Assert.Equal(after, await File.ReadAllBytesAsync(Path.Combine(home, "back.bin")));
        var (brief, versions) = await shelf.Office.Store.Read(
            shelf.Ben.Eyes(),
            async db =>
            {
                var node = await db.Nodes.SingleAsync(n => n.Name == "brief.bin");
                return (node, await db.DocumentVersions.Where(v => v.NodeId == node.Id).OrderBy(v => v.Number).ToListAsync());
            }
        );
        Assert.Equal(after, Encoding.Latin1.GetBytes((await Bytes(shelf, brief.Id))!));
        Assert.Contains(versions, v => v.Size == letter.Length);
        Assert.Equal(["Pläne 計画"], await shelf.Sees(shelf.Ben));
        // What was deleted lies in the trash: the copy, and the folder with all that was in it.
        Assert.Equal(
            Many + 2,
            await shelf.Office.Store.Read(
                shelf.Ben.Eyes(),
                db => db.Nodes.CountAsync(n => n.RemovedAt != null && n.SpaceId == shelf.Room.Id)
            )
        );
    }

    private static async Task<string?> Bytes(Shelf shelf, Guid id)
    {
        var version = (await shelf.Downloads.Find(shelf.Ben.Eyes(), id, null))!;
        var path = (await shelf.Office.Get<App.Shared.Blobs.IBlobs>().Find(version.BlobKey))!;
        return await File.ReadAllTextAsync(path, Encoding.Latin1);
    }

    private static Task Fill(Shelf shelf, Guid folderId) =>
        shelf.Office.Store.Write(
            shelf.Ben.Eyes(),
            async work =>
            {
                var member = await work.Standing(shelf.Room.Id);
                var folder = await work.Db.Nodes.SingleAsync(n => n.Id == folderId);
                var file = new StoredFile(new string('0', 64), 1, "text/plain");
                for (var i = 0; i < Many; i++)
                {
                    var id = Guid.CreateVersion7(work.Now);
                    var (node, version) = member.Add(id, folder, $"paper {i:0000}.txt", file, null, $"many-{i}", work.Now);
                    work.Db.Nodes.Add(node);
                    work.Db.DocumentVersions.Add(version);
                }
            }
        );
}
