using Intranet.Tests.Access;
using Microsoft.Playwright;
using SkiaSharp;

namespace Intranet.Tests.People;

public sealed class PeopleJourney : AccessJourney
{
    [Fact]
    public async Task People_are_added_placed_found_and_shown()
    {
        await Start();
        await AddPerson("jonas@nordwind.example", "Jonas Lindqvist");
        var page = await SignedIn();
        await Visit(page, $"{Address}/admin/teams");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a team" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Field service");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("0 people, nobody leads it")).ToBeVisibleAsync();
        await Examine(page, "teams");

        await Visit(page, $"{Address}/admin/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a person" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Priya Raman");
        await page.GetByLabel("Email", new() { Exact = true }).FillAsync("priya@nordwind.example");
        await page.GetByLabel("Team").SelectOptionAsync("Field service");
        await Examine(page, "add-person");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        var link = await page.GetByLabel("Link for Priya Raman", new() { Exact = true }).InputValueAsync();
        await Examine(page, "entry-link");

        await page.GetByLabel("Change Jonas Lindqvist").ClickAsync();
        await page.GetByLabel("Manager").FillAsync("ingr");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Ingrid Solheim" })).ToBeVisibleAsync();
        await Examine(page, "change-person");
        await page.GetByLabel("Manager").PressAsync("Enter");
        // Choosing by key does not send the form.
        await Assertions.Expect(page.GetByLabel("Manager")).ToHaveValueAsync("Ingrid Solheim");
        await page.GetByLabel("Title").FillAsync("Technician");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Form, new() { Name = "Change Jonas Lindqvist" })).ToHaveCountAsync(0);

        var priya = await Open(link);
        await Examine(priya, "set-password");
        await priya.GetByLabel("Password").FillAsync(Password);
        await priya.GetByRole(AriaRole.Button, new() { Name = "Set password and sign in" }).ClickAsync();
        await Arrive(priya, $"{Address}/");
        await Examine(await Open(link), "link-ended");
        await WriteProfile(priya);

        await Visit(page, $"{Address}/people");
        await page.GetByLabel("Find a person").FillAsync("jonas");
        await Assertions.Expect(page.Locator(".person")).ToHaveCountAsync(1);
        await page.GetByLabel("Find a person").FillAsync("");
        await Assertions.Expect(page.Locator(".person")).ToHaveCountAsync(3);
        await Examine(page, "people");
        await page.GetByRole(AriaRole.Link, new() { Name = "Priya Raman" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Europe/Stockholm")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Quality engineer")).ToBeVisibleAsync();
        await Examine(page, "profile");

        await Visit(page, $"{Address}/people/chart");
        // Few heads stand open; their button folds them.
        var jonas = page.GetByRole(AriaRole.Link, new() { Name = "Jonas Lindqvist" });
        await Assertions.Expect(jonas).ToBeVisibleAsync();
        await page.GetByLabel("1 person reports to Ingrid Solheim").ClickAsync();
        await Assertions.Expect(jonas).ToHaveCountAsync(0);
        await page.GetByLabel("1 person reports to Ingrid Solheim").ClickAsync();
        await Assertions.Expect(jonas).ToBeVisibleAsync();
        await Examine(page, "chart");
        await page.GetByRole(AriaRole.Button, new() { Name = "Teams" }).ClickAsync();
        await page.GetByLabel("What is in Field service").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Priya Raman" })).ToBeVisibleAsync();

        Expect("404");
        Assert.Equal(404, (await page.GotoAsync($"{Address}/people/{Guid.NewGuid()}"))!.Status);
        await Examine(page, "not-found");
    }

    private async Task WriteProfile(IPage page)
    {
        await page.GotoAsync($"{Address}/me");
        await page.GetByLabel("Title").FillAsync("Quality engineer");
        await page.GetByLabel("Pronouns").FillAsync("she/her");
        await page.GetByLabel("Time zone").SelectOptionAsync("Europe/Stockholm");
        await page.GetByLabel("Language").SelectOptionAsync("sv");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your profile is saved.")).ToBeVisibleAsync();
        await page.GetByLabel("Choose a picture")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "not.png",
                    MimeType = "image/png",
                    Buffer = "no picture"u8.ToArray(),
                }
            );
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.GetByLabel("Choose a picture")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "me.png",
                    MimeType = "image/png",
                    Buffer = Drawing(),
                }
            );
        await Assertions.Expect(page.GetByText("Your picture is saved.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Use the drawn picture" })).ToBeVisibleAsync();
        await Examine(page, "me");
    }

    private static byte[] Drawing()
    {
        using var bitmap = new SKBitmap(300, 200);
        bitmap.Erase(SKColors.SeaGreen);
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
