using System.Text.RegularExpressions;
using Intranet.Domain.Activity;
using Intranet.Tests.Servers;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Dav;

/// <summary>The product under programs that others wrote.</summary>
public sealed partial class ProgramsTests
{
    [Fact]
    public async Task Litmus_finds_nothing_wrong()
    {
        DebianPackages.Require(DebianPackages.Litmus);
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        using var desktop = await Desktop.Of(shelf, shelf.Ann);
        var url = $"{shelf.Office.Address}/dav/Turbine/";

        await using var litmus = await GuardedProcess.Start(
            "TERM",
            [DebianPackages.OnPath("litmus")!, "-k", url, shelf.Ann.Email, desktop.Password],
            workingFolder: TestFolder.Create("litmus")
        );
        await litmus.Exit(TimeSpan.FromMinutes(3));

        var summaries = Summary().Matches(litmus.Output);
        Assert.Equal(["basic", "copymove", "props", "locks", "http"], summaries.Select(s => s.Groups["suite"].Value));
        Assert.All(summaries, s => Assert.True(s.Groups["failed"].Value == "0", litmus.Output));
        Assert.False(litmus.Output.Contains("WARNING", StringComparison.Ordinal), litmus.Output);
        Assert.False(litmus.Output.Contains("SKIPPED", StringComparison.Ordinal), litmus.Output);
    }

    [Fact]
    public async Task Cadaver_puts_locks_lists_copies_and_takes_away()
    {
        DebianPackages.Require(DebianPackages.Cadaver);
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        await shelf.Document(shelf.Ben, "Überblick 計画.txt", "from the page");
        using var desktop = await Desktop.Of(shelf, shelf.Ann);
        var home = TestFolder.Create("cadaver");
        await File.WriteAllTextAsync(Path.Combine(home, "report.txt"), "from the desktop");
        await File.WriteAllTextAsync(
            Path.Combine(home, ".netrc"),
            $"machine 127.0.0.1\nlogin {shelf.Ann.Email}\npassword {desktop.Password}\n"
        );
        await File.WriteAllLinesAsync(
            Path.Combine(home, "commands"),
            [
                "mkcol drafts",
                "cd drafts",
                "put report.txt plan.txt",
                "lock plan.txt",
                "put report.txt plan.txt",
                "unlock plan.txt",
                "copy plan.txt copy.txt",
                "move copy.txt moved.txt",
                "ls",
                "cd ..",
                "get \"Überblick 計画.txt\" taken.txt",
                "delete drafts/moved.txt",
            ]
        );

        await using var cadaver = await GuardedProcess.Start(
            "TERM",
            [DebianPackages.OnPath("cadaver")!, "--rcfile=commands", $"{shelf.Office.Address}/dav/Turbine/"],
            new Dictionary<string, string?> { ["HOME"] = home, ["LC_ALL"] = "C.UTF-8" },
            workingFolder: home
        );
        await cadaver.Exit(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain("failed", cadaver.Output);
        Assert.Contains("moved.txt", cadaver.Output);
        Assert.Equal("from the page", await File.ReadAllTextAsync(Path.Combine(home, "taken.txt")));
        var drafts = (await shelf.Folders.Below(shelf.Ann.Eyes(), shelf.Room.Id, null)).Single(f => f.Name == "drafts");
        Assert.Equal(["plan.txt"], await shelf.Sees(shelf.Ben, drafts.Id));
        // The same bytes once more are no new version, so the second saving left none.
        Assert.Equal(
            [Verb.FolderMade, Verb.FileAdded, Verb.FileLocked, Verb.FileUnlocked, Verb.FileAdded, Verb.FileRenamed, Verb.FileRemoved],
            (await shelf.Verbs()).Skip(1).Where(v => v is not (Verb.FileOpened or Verb.TokenMade))
        );
    }

    [GeneratedRegex(@"summary for `(?<suite>\w+)': of \d+ tests run: \d+ passed, (?<failed>\d+) failed")]
    private static partial Regex Summary();
}
