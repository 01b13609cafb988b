using System.Net;
using System.Text.RegularExpressions;
using Intranet.Tests.Shared.Images;
using Microsoft.Playwright;
using SkiaSharp;

namespace Intranet.Tests.Feeds;

/// <summary>What comes into a text from other programs: pictures and cells on the clipboard, files that are dropped.</summary>
public sealed class ClipboardJourney : FeedJourney
{
    private const string Outsider = "otto@nordwind.example";

    [Fact]
    public async Task A_picture_on_the_clipboard_is_described_published_and_seen_by_the_space_alone()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Begin();
        await AddPerson(Outsider, "Otto Outsider");
        await MakeRoom("Yard", Founder, Amara);
        // At home the space is chosen when the text stands.
        var amara = await Writing($"{Address}/");
        await Copy(amara, "image/png", TestPictures.Quarters(640, 480, SKEncodedImageFormat.Png));

        await amara.Keyboard.PressAsync("Control+v");
        await Expect(amara.GetByText("is in the text")).ToBeVisibleAsync();
        await amara.Locator("#composer").GetByLabel("Space", new() { Exact = true }).SelectOptionAsync("Turbine hall");
        await Publish(amara);
        await amara.GetByLabel("Description").FillAsync("The plan of the hall");
        await NoViolations(amara);
        await amara.GetByRole(AriaRole.Button, new() { Name = "Put into the text" }).ClickAsync();
        await Publish(amara);

        var picture = amara.Locator("article[data-post]").GetByRole(AriaRole.Img, new() { Name = "The plan of the hall" });
        await Expect(picture).ToBeVisibleAsync();
        await amara.WaitForFunctionAsync("() => document.querySelector('article[data-post] .prose img').naturalWidth > 0");
        var source = new Uri(new Uri(Address), await picture.GetAttributeAsync("src")).AbsoluteUri.Split('#')[0];
        var mehmet = await SignedIn(Mehmet);
        Assert.Equal(200, (await mehmet.APIRequest.GetAsync(source)).Status);
        var otto = await SignedIn(Outsider);
        Assert.Equal((int)HttpStatusCode.NotFound, (await otto.APIRequest.GetAsync(source)).Status);
    }

    [Fact]
    public async Task Cells_from_a_spreadsheet_stand_as_a_table_in_the_post()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Begin();
        var amara = await Writing();
        await amara.EvaluateAsync(
            """
            async () => {
              const html = "<meta charset='utf-8'><table><tr><td>Team</td><td>Days</td></tr><tr><td>Sales</td><td>12</td></tr></table>";
              const blob = (kind, text) => new Blob([text], { type: kind });
              await navigator.clipboard.write([new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", "Team\tDays\nSales\t12") })]);
            }
            """
        );

        await amara.Keyboard.PressAsync("Control+v");
        await Expect(Composer(amara)).ToHaveValueAsync("| Team | Days |\n| --- | --: |\n| Sales | 12 |\n\n");
        await Publish(amara);

        var table = amara.Locator("article[data-post] table");
        await Expect(table.Locator("th")).ToHaveTextAsync(["Team", "Days"]);
        await Expect(table.Locator("td")).ToHaveTextAsync(["Sales", "12"]);
    }

    [Fact]
    public async Task A_dropped_picture_goes_into_the_text_and_another_file_into_the_documents_with_a_link()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Begin();
        var amara = await Writing();

        await Drop(amara, "minutes.txt", "text/plain", "Minutes"u8.ToArray());
        await Expect(amara.GetByText("minutes.txt is in the documents of the space")).ToBeVisibleAsync();
        await Expect(Composer(amara)).ToHaveValueAsync(new Regex(@"^\[minutes\.txt\]\(/documents/[-0-9a-f]{36}\)\s*$"));
        await Drop(amara, "hall_plan.jpg", "image/jpeg", TestPictures.Quarters(320, 240));
        await Expect(amara.GetByText("hall_plan.jpg is in the text")).ToBeVisibleAsync();
        await Publish(amara);

        await Expect(amara.Locator("article[data-post]").GetByRole(AriaRole.Img, new() { Name = "hall plan" })).ToBeVisibleAsync();
    }

    private async Task<IPage> Writing(string? at = null)
    {
        var page = await SignedIn(Amara, options: new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await Visit(page, at ?? RoomAddress);
        await OpenComposer(page);
        return page;
    }

    private static Task Copy(IPage page, string kind, byte[] bytes) =>
        page.EvaluateAsync(
            """
            async ([kind, text]) => {
              const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
              await navigator.clipboard.write([new ClipboardItem({ [kind]: new Blob([bytes], { type: kind }) })]);
            }
            """,
            new[] { kind, Convert.ToBase64String(bytes) }
        );

    private static Task Drop(IPage page, string name, string kind, byte[] bytes) =>
        Composer(page)
            .EvaluateAsync(
                """
                (box, [name, kind, text]) => {
                  const data = new DataTransfer();
                  data.items.add(new File([Uint8Array.from(atob(text), c => c.charCodeAt(0))], name, { type: kind }));
                  for (const step of ["dragenter", "dragover", "drop"])
                    box.dispatchEvent(new DragEvent(step, { dataTransfer: data, bubbles: true, cancelable: true }));
                }
                """,
                new[] { name, kind, Convert.ToBase64String(bytes) }
            );

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
