using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents;

/// <summary>Files dropped into a space's documents, seen by another at once, and not lost when the server dies on the way.</summary>
public sealed partial class DocumentsJourney : AccessJourney
{
    private const string Amara = "amara@nordwind.example";

    [Fact]
    public async Task Files_and_folders_are_dropped_and_the_other_screen_shows_them_at_once()
    {
        await Start();
        var (mine, theirs) = await TwoScreens();
        var folder = TestFolder.Create("drop");
        Directory.CreateDirectory(Path.Combine(folder, "Plans", "2026"));
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "a");
        await File.WriteAllTextAsync(Path.Combine(folder, "b.txt"), "b");
        await File.WriteAllTextAsync(Path.Combine(folder, "Plans", "2026", "inner.txt"), "inner");

        await Drop(mine, Path.Combine(folder, "a.txt"), Path.Combine(folder, "b.txt"), Path.Combine(folder, "Plans"));

        await Expect(mine.GetByText("3 files added")).ToBeVisibleAsync();
        foreach (var page in new[] { mine, theirs })
            await Expect(page.Locator("[data-name]")).ToHaveTextAsync(["Plans", "a.txt", "b.txt"]);
        await theirs.GetByRole(AriaRole.Link, new() { Name = "Plans", Exact = true }).ClickAsync();
        await theirs.GetByRole(AriaRole.Link, new() { Name = "2026", Exact = true }).ClickAsync();
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["inner.txt"]);
        await Examine(theirs, "documents-folder");
        await theirs.GetByRole(AriaRole.Navigation, new() { Name = "Folders" }).GetByText("Documents").ClickAsync();

        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "a, better");
        await Drop(mine, Path.Combine(folder, "a.txt"));
        await mine.GetByRole(AriaRole.Button, new() { Name = "New version of a.txt" }).ClickAsync();
        await Expect(theirs.GetByRole(AriaRole.Button, new() { Name = "Version 2 of a.txt" })).ToBeVisibleAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Examine(mine, "documents");

        await Choose(mine, "a.txt", "Check out");
        await mine.GetByLabel("A note for the others").FillAsync("Numbers");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Check out", Exact = true }).ClickAsync();
        await Expect(theirs.GetByText("Ingrid Solheim has it: Numbers")).ToBeVisibleAsync();
        await Choose(mine, "b.txt", "Remove");
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["Plans", "a.txt"]);
        await mine.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["Plans", "a.txt", "b.txt"]);
        await mine.Locator("tr[data-node]", new() { HasText = "b.txt" })
            .DragToAsync(mine.Locator("tr[data-node]", new() { HasText = "Plans" }));
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["Plans", "a.txt"]);

        await Visit(theirs, $"{Address}/documents");
        await Expect(theirs.GetByRole(AriaRole.Link, new() { Name = "inner.txt" })).ToBeVisibleAsync();
        await Examine(theirs, "all-documents");
    }

    [Fact]
    public async Task A_large_file_goes_on_after_the_server_was_killed_in_the_middle_and_comes_out_the_same()
    {
        Assertions.SetDefaultExpectTimeout(60_000);
        foreach (
            var lost in new[]
            {
                "ERR_CONNECTION",
                "Failed to",
                "WebSocket",
                "ERR_EMPTY",
                "ERR_INCOMPLETE",
                "Connection disconnected",
                "circuit",
                "fetch",
            }
        )
            Expect(lost);
        await StartProcess();
        var (mine, theirs) = await TwoScreens();
        var file = Path.Combine(TestFolder.Create("large"), "film.bin");
        var bytes = RandomNumberGenerator.GetBytes(64 * 1024 * 1024);
        await using (var large = File.Create(file))
            for (var i = 0; i < 2; i++)
                await large.WriteAsync(bytes);
        // On a wire as slow as an office's, the server dies while the file is on its way and not after.
        await Wire(mine, bytesPerSecond: 8 * 1024 * 1024);

        await Drop(mine, file);
        await Expect(mine.Locator(".uploads .said")).ToHaveTextAsync(Underway());
        await Process.Kill();
        await Expect(mine.GetByText("Waits for the server")).ToBeVisibleAsync();
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Data, "blobs", "arriving")));
        await Wire(mine, bytesPerSecond: -1);
        await Process.StartAgain();

        await Visit(theirs, RoomAddress);
        await Expect(theirs.GetByRole(AriaRole.Link, new() { Name = "film.bin" })).ToBeVisibleAsync();
        var kept = Assert.Single(
            Directory.GetFiles(Path.Combine(Data, "blobs"), "*", SearchOption.AllDirectories),
            path => new FileInfo(path).Length > 1_000_000
        );
        await using var sent = File.OpenRead(file);
        Assert.Equal(Path.GetFileName(kept), Convert.ToHexStringLower(await SHA256.HashDataAsync(sent)));
        // The page, which held on for the file, is fresh again and alive.
        await Expect(mine.Locator("[data-live=yes]")).ToBeAttachedAsync();
        await Expect(mine.GetByRole(AriaRole.Link, new() { Name = "film.bin" })).ToBeVisibleAsync();
    }

    private string RoomAddress { get; set; } = "";

    private async Task<(IPage Mine, IPage Theirs)> TwoScreens()
    {
        await AddPerson(Amara, "Amara Diallo");
        var mine = await SignedIn();
        await Visit(mine, $"{Address}/spaces");
        var link = mine.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Everyone" }).First;
        RoomAddress = $"{Address}{await link.GetAttributeAsync("href")}/documents";
        var theirs = await SignedIn(Amara);
        foreach (var page in new[] { mine, theirs })
        {
            await Visit(page, RoomAddress);
            await page.WaitForFunctionAsync("() => performance.getEntriesByName('documents-listen').length > 0");
        }
        return (mine, theirs);
    }

    /// <summary>How fast the page sends; -1 for as fast as it can.</summary>
    private static async Task Wire(IPage page, long bytesPerSecond)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = 0,
                ["downloadThroughput"] = -1,
                ["uploadThroughput"] = bytesPerSecond,
            }
        );
    }

    /// <summary>Drops files and folders as a desktop does.</summary>
    private static async Task Drop(IPage page, params string[] paths)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        foreach (var step in new[] { "dragEnter", "dragOver", "drop" })
            await devtools.SendAsync(
                "Input.dispatchDragEvent",
                new()
                {
                    ["type"] = step,
                    ["x"] = 600,
                    ["y"] = 500,
                    ["data"] = new Dictionary<string, object>
                    {
                        ["items"] = Array.Empty<object>(),
                        ["files"] = paths,
                        ["dragOperationsMask"] = 1,
                    },
                }
            );
    }

    private static async Task Choose(IPage page, string name, string act)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"More about {name}" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = act }).ClickAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    [GeneratedRegex(@"^[1-9]\d? %$")]
    private static partial Regex Underway();
}
