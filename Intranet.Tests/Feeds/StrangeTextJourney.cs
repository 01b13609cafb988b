using Intranet.Tests.Shared.Text;
using Intranet.Tests.Spaces;
using Microsoft.Playwright;

namespace Intranet.Tests.Feeds;

/// <summary>Texts and names that try to be more than text, on every screen they reach.</summary>
public sealed class StrangeTextJourney : SpaceJourney
{
    private const string Reader = "otto@nordwind.example";
    private const string Script = "<script>alert(1)</script>";
    private const string Arabic = "محمد الأحمد";

    /// <summary>No break in it, as long as a name may be.</summary>
    private static readonly string Long = new('W', 120);

    /// <summary>One letter under so many marks that they reach over the lines around.</summary>
    private static readonly string Painting = "Z" + string.Concat(Enumerable.Repeat("\u0351\u036B", 200));

    private static readonly string[] Names =
    [
        "\"><img src=x onerror=alert(1)>",
        "Ze\u200Bro \u202Egnp.exe",
        Arabic,
        Long,
        "'-alert(1)-'{{7*7}}",
    ];

    [Fact]
    public async Task Nothing_runs_nothing_leaves_its_place_and_no_page_logs_an_error()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Start();
        await AddPerson(Reader, "Otto Lindgren");
        for (var i = 0; i < Names.Length; i++)
            await AddPerson($"strange{i}@nordwind.example", Names[i]);
        var writer = await Guarded(await SignedIn());
        await MakeTeam(writer, Script);
        await Make(writer, Script + Arabic, "Open", "Otto");
        var room = writer.Url;
        await Post(writer, [.. AttackStrings.All.Where(s => !s.Contains('\0'))]);
        await Post(writer, [new string('W', 3000), "\u202Etxt.exe", $"{Arabic} 3 < 4", Painting, "\u202E" + Painting]);

        var reader = await Guarded(await SignedIn(Reader));
        foreach (
            var address in new[]
            {
                room,
                $"{room}/members",
                "/",
                "/people",
                "/people/chart",
                "/spaces",
                "/search?q=alert",
                "/search?q=txt",
                "/news",
            }
        )
        {
            await Visit(reader, address.StartsWith('/') ? Address + address : address);
            await StandsInOrder(reader);
        }
        await Visit(reader, $"{Address}/people");
        await Expect(reader.GetByText("Zero gnp.exe")).ToBeVisibleAsync();
        foreach (var name in new[] { Names[0], Arabic, Names[4] })
            await Expect(reader.GetByText(name).First).ToBeVisibleAsync();
        await reader.Keyboard.PressAsync("Control+k");
        await reader.GetByLabel("Find people, spaces, documents and posts").FillAsync("alert");
        await Expect(reader.Locator("#hits [role=option]").Filter(new() { HasText = Script + Arabic }).First).ToBeVisibleAsync();
        await StandsInOrder(reader);
        await reader.Keyboard.PressAsync("Enter");
        await StandsInOrder(reader);
        await Visit(writer, $"{Address}/admin/teams");
        await Expect(writer.GetByText(Script).First).ToBeVisibleAsync();
        await StandsInOrder(writer);
    }

    /// <summary>What an attack would call leaves a trace on the page.</summary>
    private static async Task<IPage> Guarded(IPage page)
    {
        await page.Context.AddInitScriptAsync("window.alert = window.confirm = window.prompt = () => { window.ran = true; };");
        return page;
    }

    private async Task MakeTeam(IPage page, string name)
    {
        await Visit(page, $"{Address}/admin/teams");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a team" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText(name)).ToBeVisibleAsync();
    }

    /// <summary>Publishes the texts through the composer, as many in one post as fit, each a paragraph of its own.</summary>
    private static async Task Post(IPage page, string[] texts)
    {
        foreach (var some in texts.Chunk(60))
        {
            var posts = await page.Locator("article[data-post]").CountAsync();
            await OpenComposer(page);
            await page.GetByLabel("Title, optional").FillAsync(some[0].Length < 200 ? some[0] : Script);
            await Composer(page).FillAsync(string.Join("\n\n", some));
            await Publish(page);
            await Expect(page.Locator("article[data-post]")).ToHaveCountAsync(posts + 1);
            await StandsInOrder(page);
        }
    }

    /// <summary>No script ran, no element came in that is not text, links lead where links may, and nothing is wider than the page, wide or narrow.</summary>
    private static async Task StandsInOrder(IPage page)
    {
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var wrong = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const wrong = [];
                  if (window.ran) wrong.push("a script ran");
                  const over = document.documentElement.scrollWidth - innerWidth;
                  if (over > 0) {
                    const widest = [...document.querySelectorAll("body *")].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 300) + e.scrollWidth + " " + e.clientWidth);
                    wrong.push(`${over} px wider than the page: ${widest.join("\n")}`);
                  }
                  for (const element of document.querySelectorAll(".prose *, h1 *, h2 *")) {
                    if (element.matches("script, style, iframe, object, embed, form, base, meta, link, foreignObject")) wrong.push(element.outerHTML);
                    for (const { name, value } of element.attributes)
                      if (name.startsWith("on") || name === "style" || /^\s*(javascript|data|vbscript):/i.test(value)) wrong.push(element.outerHTML);
                  }
                  for (const prose of document.querySelectorAll("article[data-post]")) {
                    const box = prose.getBoundingClientRect();
                    for (const part of prose.querySelectorAll(".prose > *")) {
                      const { left, right } = part.getBoundingClientRect();
                      if (left < box.left - 1 || right > box.right + 1) wrong.push(`out of its post: ${part.outerHTML.slice(0, 80)}`);
                    }
                  }
                  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (texts.nextNode())
                    if (/[\u202A-\u202E\u2066-\u2069]/.test(texts.currentNode.data) && !texts.currentNode.parentElement.closest(".prose, script, textarea"))
                      wrong.push(`turns around what follows: ${texts.currentNode.data.slice(0, 80)}`);
                  return wrong;
                }
                """
            );
            Assert.True(wrong.Length == 0, $"{page.Url} at {width} px:\n{string.Join('\n', wrong)}");
        }
        await page.SetViewportSizeAsync(1280, 900);
    }
}
