using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Layout;

/// <summary>Whatever opens over a page can be used as well as the page. What lies under it is not in question then.</summary>
public sealed class OpenPartsJourney : AccessJourney
{
    private const string Dialog = "dialog[open]";
    private readonly List<string> _obstacles = [];

    [Fact]
    public async Task Menus_panels_and_dialogs_can_be_used_by_day_and_by_night()
    {
        await StartDemo();
        await OfTheFeed(await Enter("Zofia"));
        await OfTheFrame(await Enter("Natalia"));
        var inside = await Enter("Lotte");
        await OfASpace(inside);
        await OfItsDocuments(inside);
        await OfTheOffice(await Enter("Miriam"));

        Assert.True(_obstacles.Count == 0, string.Join("\n", _obstacles));
    }

    private async Task OfTheFeed(IPage page)
    {
        var post = page.Locator("article[data-post]").First;
        await post.GetByRole(AriaRole.Button, new() { Name = "More about this post" }).ClickAsync();
        await Look(page, "[role=menu][aria-label=Post]");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Share into another space" }).ClickAsync();
        await Look(page, ".share");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await post.Locator("[data-react]").First.ClickAsync();
        await Look(page, "[role=menu][aria-label=Reactions]");
        await page.Keyboard.PressAsync("Escape");
        await post.Locator("[data-comments]").ClickAsync();
        await Look(page, ".comments");

        await page.GetByText("What should others know?").ClickAsync();
        var text = page.Locator("#composer textarea");
        await text.FillAsync(
            "# Handover\n\nLine **1** runs, see [the list](https://example.com).\n\n| Line | State |\n| --- | --- |\n| 1 | runs |"
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Preview" }).GetByText("Handover").WaitForAsync();
        await Look(page, "#composer");
        foreach (var (kind, fields) in new[] { ("Poll", ".poll-fields"), ("Praise", ".praise-fields") })
        {
            await page.GetByLabel("Kind of post").SelectOptionAsync(kind);
            await Look(page, fields);
        }
        await text.FillAsync("");
        await text.PressSequentiallyAsync("@to");
        await page.Locator("#composer ul.options:not([hidden])").WaitForAsync();
        await Look(page, "#composer ul.options");
    }

    private async Task OfTheFrame(IPage page)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByLabel("Find people, spaces, documents and posts").FillAsync("to");
        await page.GetByRole(AriaRole.Option).Nth(3).WaitForAsync();
        await Look(page, Dialog);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Look(page, Dialog);
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = "Notifications" }).ClickAsync();
        await Look(page, Dialog);
        Assert.True(
            await page.EvaluateAsync<bool>(
                "() => Math.abs(document.querySelector('.sheet').getBoundingClientRect().right - innerWidth) < 20"
            ),
            "A sheet stands at the right edge, not over the rail."
        );
    }

    private async Task OfASpace(IPage page)
    {
        await Visit(page, Address + await page.Locator(".rail a[title='Project Fjord 320']").GetAttributeAsync("href") + "/members");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^More about") }).First.ClickAsync();
        await Look(page, "[role=menu]");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        var picker = page.GetByRole(AriaRole.Combobox, new() { Name = "Colleagues" });
        await picker.FillAsync("an");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await Look(page, Dialog);
        await picker.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take out") }).WaitForAsync();
        await Look(page, Dialog);
    }

    private async Task OfItsDocuments(IPage page)
    {
        await Visit(page, page.Url.Replace("/members", "/documents"));
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('documents-listen').length > 0");
        await page.GetByRole(AriaRole.Button, new() { Name = "New folder" }).ClickAsync();
        await Look(page, ".name-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Add files" }).ClickAsync()
        );
        await chooser.SetFilesAsync(
            new FilePayload
            {
                Name = "plan.txt",
                MimeType = "text/plain",
                Buffer = "a"u8.ToArray(),
            }
        );
        await page.GetByText("1 file added").WaitForAsync();
        await Look(page, ".uploads");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        foreach (var act in new[] { "Versions", "Check out", "Move" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "More about plan.txt" }).ClickAsync();
            await Look(page, "[role=menu]");
            await page.GetByRole(AriaRole.Menuitem, new() { Name = act, Exact = true }).ClickAsync();
            await Look(page, Dialog);
            await page.Keyboard.PressAsync("Escape");
            await page.Locator(Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Trash" }).ClickAsync();
        await Look(page, Dialog);
    }

    private async Task OfTheOffice(IPage page)
    {
        await Visit(page, $"{Address}/spaces");
        await page.GetByRole(AriaRole.Button, new() { Name = "New group" }).ClickAsync();
        await Look(page, Dialog);
        await Visit(page, $"{Address}/admin/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a person" }).ClickAsync();
        await page.GetByLabel("Email").WaitForAsync();
        await Look(page, "main");
    }

    private async Task Look(IPage page, string part)
    {
        await page.Locator(part).First.WaitForAsync();
        foreach (var (scheme, rules) in new (ColorScheme, string[])[] { (ColorScheme.Light, []), (ColorScheme.Dark, Axe.Colours) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            _obstacles.AddRange((await Axe.Obstacles(page, part, rules)).Select(o => $"{page.Url}, {part}, {scheme}: {o}"));
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
