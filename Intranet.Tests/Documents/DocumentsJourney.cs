using System.IO.Compression;
using System.Security.Cryptography;
using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents;

/// <summary>Files dropped into a space's documents, seen by another at once, and not lost when the server dies on the way.</summary>
public sealed class DocumentsJourney : AccessJourney
{
    private const string Amara = "amara@nordwind.example";

    /// <summary>What the browser sends at once.</summary>
    private const int Piece = 8 * 1024 * 1024;

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

        await DocumentSteps.Drop(mine, Path.Combine(folder, "a.txt"), Path.Combine(folder, "b.txt"), Path.Combine(folder, "Plans"));

        await Expect(mine.GetByText("3 files added")).ToBeVisibleAsync();
        foreach (var page in new[] { mine, theirs })
            await Expect(page.Locator("[data-name]")).ToHaveTextAsync(["Plans", "a.txt", "b.txt"]);
        await theirs.GetByRole(AriaRole.Link, new() { Name = "Plans", Exact = true }).ClickAsync();
        await theirs.GetByRole(AriaRole.Link, new() { Name = "2026", Exact = true }).ClickAsync();
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["inner.txt"]);
        await Examine(theirs, "documents-folder");
        await theirs.GetByRole(AriaRole.Navigation, new() { Name = "Folders" }).GetByText("Documents").ClickAsync();

        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "a, better");
        await DocumentSteps.Drop(mine, Path.Combine(folder, "a.txt"));
        await mine.GetByRole(AriaRole.Button, new() { Name = "New version of a.txt" }).ClickAsync();
        await Expect(theirs.GetByRole(AriaRole.Button, new() { Name = "Version 2 of a.txt" })).ToBeVisibleAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Examine(mine, "documents");

        var more = mine.GetByRole(AriaRole.Button, new() { Name = "More about a.txt" });
        foreach (var act in new[] { "Rename", "Move", "Versions", "Check out" })
        {
            await DocumentSteps.Choose(mine, "a.txt", act);
            await Expect(mine.Locator(act == "Rename" ? ".name-form input:focus" : "dialog :focus")).ToHaveCountAsync(1);
            await mine.Keyboard.PressAsync("Escape");
            await Expect(more).ToBeFocusedAsync();
        }
        await DocumentSteps.Choose(mine, "a.txt", "Check out");
        await mine.GetByLabel("A note for the others").FillAsync("Numbers");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Check out", Exact = true }).ClickAsync();
        await Expect(theirs.GetByText("Ingrid Solheim has it: Numbers")).ToBeVisibleAsync();
        await DocumentSteps.Choose(mine, "b.txt", "Remove");
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["Plans", "a.txt"]);
        await Expect(more).ToBeFocusedAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Trash" }).ClickAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Restore b.txt" }).ClickAsync();
        await Expect(mine.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true })).ToBeFocusedAsync();
        await Expect(mine.GetByText("is in the trash")).ToHaveCountAsync(0);
        await mine.Keyboard.PressAsync("Escape");
        await Expect(mine.GetByRole(AriaRole.Button, new() { Name = "Trash" })).ToBeFocusedAsync();
        await DocumentSteps.Choose(mine, "b.txt", "Remove");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(mine.GetByRole(AriaRole.Button, new() { Name = "More about b.txt" })).ToBeFocusedAsync();
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["Plans", "a.txt", "b.txt"]);
        await mine.Locator("tr[data-node]", new() { HasText = "b.txt" })
            .DragToAsync(mine.Locator("tr[data-node]", new() { HasText = "Plans" }));
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["Plans", "a.txt"]);

        await DocumentSteps.SeveralAtOnce(mine, theirs, Examine);
        await DocumentSteps.Copy(mine, theirs, Examine);
        await Visit(theirs, $"{Address}/documents");
        await Expect(theirs.GetByRole(AriaRole.Link, new() { Name = "inner.txt" })).ToBeVisibleAsync();
        var star = theirs.GetByRole(AriaRole.Button, new() { Name = "Star inner.txt" });
        await star.PressAsync("Enter");
        await Expect(star).ToHaveAttributeAsync("aria-pressed", "true");
        await theirs.GetByLabel("Order").SelectOptionAsync("By name");
        await Expect(theirs.Locator(".paper a").First).ToHaveTextAsync("a.txt");
        await Examine(theirs, "all-documents");
        await theirs.GetByRole(AriaRole.Link, new() { Name = "Starred" }).ClickAsync();
        await Expect(theirs.Locator(".paper a")).ToHaveTextAsync(["inner.txt"]);
        await theirs.GetByRole(AriaRole.Link, new() { Name = "Recent" }).ClickAsync();
        await Expect(theirs.GetByText("You have not opened a document yet.")).ToBeVisibleAsync();
        await Examine(theirs, "recent-documents");
    }

    [Fact]
    public async Task A_large_file_goes_on_after_the_server_was_killed_in_the_middle_and_comes_out_the_same()
    {
        Assertions.SetDefaultExpectTimeout(60_000);
        ExpectLostConnections();
        await StartProcess();
        await using var wire = new CutWire(Address);
        var (mine, theirs) = await TwoScreens(wire.Address);
        var file = Path.Combine(TestFolder.Create("large"), "film.bin");
        var bytes = RandomNumberGenerator.GetBytes(6 * Piece);
        await File.WriteAllBytesAsync(file, bytes);

        var before = wire.Sent;
        var held = wire.HoldAfter(2 * Piece + Piece / 2);
        await DocumentSteps.Drop(mine, file);
        await held;
        await Process.Kill();
        wire.Mend();
        await Expect(mine.GetByText("Waits for the server")).ToBeVisibleAsync();
        var arrived = new FileInfo(Assert.Single(Directory.GetFiles(Path.Combine(Data, "blobs", "arriving"))));
        Assert.InRange(arrived.Length, 2 * Piece, 3 * Piece - 1);
        await Process.StartAgain();

        await Visit(theirs, RoomAddress);
        await Expect(theirs.GetByRole(AriaRole.Link, new() { Name = "film.bin" })).ToBeVisibleAsync();
        var kept = Assert.Single(
            Directory.GetFiles(Path.Combine(Data, "blobs"), "*", SearchOption.AllDirectories),
            path => new FileInfo(path).Length > 1_000_000
        );
        Assert.Equal(Path.GetFileName(kept), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        // What had arrived was not sent again, but for the piece that was under way.
        Assert.InRange(wire.Sent - before, bytes.Length, bytes.Length + 2 * Piece);
        // The page, which held on for the file, is fresh again and alive.
        await Expect(mine.Locator("[data-live=yes]")).ToBeAttachedAsync();
        await Expect(mine.GetByRole(AriaRole.Link, new() { Name = "film.bin" })).ToBeVisibleAsync();
    }

    private string RoomAddress { get; set; } = "";

    /// <summary>Both on the same space's documents; mine by another way to the server, where one is given.</summary>
    private async Task<(IPage Mine, IPage Theirs)> TwoScreens(string? mineBy = null)
    {
        await AddPerson(Amara, "Amara Diallo");
        var theirs = await SignedIn(Amara);
        await Visit(theirs, $"{Address}/spaces");
        var link = theirs.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Everyone" }).First;
        var room = $"{await link.GetAttributeAsync("href")}/documents";
        RoomAddress = Address + room;
        var here = mineBy ?? Address;
        var mine = await Open($"{here}/sign-in");
        await SignIn(mine, Founder, Password);
        await Arrive(mine, $"{here}/");
        foreach (var (page, address) in new[] { (mine, here + room), (theirs, RoomAddress) })
        {
            await Visit(page, address);
            await page.WaitForFunctionAsync("() => performance.getEntriesByName('documents-listen').length > 0");
        }
        return (mine, theirs);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
