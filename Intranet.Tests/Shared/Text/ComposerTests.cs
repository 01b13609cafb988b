using System.Text.Json;
using Microsoft.Playwright;

namespace Intranet.Tests.Shared.Text;

public sealed class ComposerTests
{
    [Fact]
    public async Task A_tool_changes_the_chosen_words_and_keeps_them_chosen()
    {
        await using var composer = await ComposerPage.Open();
        await AssertTool("a word b", 2, 6, "bold", "a **word** b", 4, 8);
        await AssertTool("a **word** b", 4, 8, "bold", "a word b", 2, 6);
        await AssertTool("a word b", 1, 7, "italic", "a *word* b", 3, 7);
        await AssertTool("", 0, 0, "bold", "**bold text**", 2, 11);
        await AssertTool("one\ntwo", 0, 7, "list", "- one\n- two", 0, 11);
        await AssertTool("- one\n- two", 0, 11, "list", "one\ntwo", 0, 7);
        await AssertTool("one\ntwo", 0, 7, "numbered", "1. one\n2. two", 0, 13);
        await AssertTool("said", 1, 1, "quote", "> said", 6, 6);
        await AssertTool("see plan", 4, 8, "link", "see [plan](https://)", 11, 19);
        await AssertTool("https://a.test", 0, 14, "link", "[words](https://a.test)", 1, 6);
        await AssertTool("a x b", 2, 3, "code", "a `x` b", 3, 4);
        await AssertTool("x\ny", 0, 3, "code", "```\nx\ny\n```\n\n", 4, 4);

        async Task AssertTool(string before, int start, int end, string act, string after, int from, int to)
        {
            var result = await composer.Page.EvaluateAsync<JsonElement>(
                "([t, s, e, act]) => { const c = text.edit(t, s, e, act); return [t.slice(0, c.from) + c.insert + t.slice(c.to), c.start, c.end]; }",
                new object[] { before, start, end, act }
            );
            Assert.Equal((after, from, to), (result[0].GetString(), result[1].GetInt32(), result[2].GetInt32()));
        }
    }

    [Fact]
    public async Task Cells_from_a_spreadsheet_become_a_table()
    {
        await using var composer = await ComposerPage.Open();
        await composer.One.FillAsync("Days");
        await composer.Paste(
            "text/html",
            "<meta><table><tr><td>Team</td><td>Days</td></tr><tr><td>Sales | Field</td><td>1,200</td></tr></table>"
        );
        Assert.Equal("Days\n\n| Team | Days |\n| --- | --: |\n| Sales \\| Field | 1,200 |\n\n", await composer.Value(composer.One));
        await composer.Two.FocusAsync();
        await composer.Paste("text/plain", "Team\tNote\r\nSales\t\"two\nlines\"\r\n");
        Assert.Equal("| Team | Note |\n| --- | --- |\n| Sales | two lines |\n\n", await composer.Value(composer.Two));
    }

    [Fact]
    public async Task Other_pastes_are_left_to_the_browser()
    {
        await using var composer = await ComposerPage.Open();
        await composer.One.FocusAsync();
        await composer.Paste("text/plain", "just words");
        await composer.Paste("text/plain", "a\tb\nno tab here");
        await composer.Paste("text/html", "<p>a paragraph</p>");
        await composer.Paste("text/html", "<table><tr><td>one cell</td></tr></table>");
        Assert.Equal("", await composer.Value(composer.One));
    }

    [Fact]
    public async Task A_mention_is_looked_up_and_put_in_as_a_token()
    {
        await using var composer = await ComposerPage.Open();
        await composer.One.PressSequentiallyAsync("Ask @an");
        await composer.Page.GetByRole(AriaRole.Option, new() { Name = "Annex" }).WaitForAsync();
        await composer.One.PressAsync("ArrowDown");
        await composer.One.PressAsync("ArrowUp");
        await composer.One.PressAsync("Enter");
        Assert.Equal("Ask @[Ann Lee](person:11111111-1111-1111-1111-111111111111) ", await composer.Value(composer.One));
        Assert.Equal("an", (await Calls(composer)).Last(call => call[0].GetString() == "FindMentions")[1].GetString());
    }

    [Fact]
    public async Task Nothing_is_suggested_in_addresses_code_and_times()
    {
        await using var composer = await ComposerPage.Open();
        Assert.False(await IsSilent("ask @an"));
        Assert.True(await IsSilent("mail a@b"));
        Assert.True(await IsSilent("`@an"));
        Assert.True(await IsSilent("at 10:30"));

        Task<bool> IsSilent(string typed) => composer.Page.EvaluateAsync<bool>("t => text.asking(t, t.length) === null", typed);
    }

    [Fact]
    public async Task An_emoji_is_found_by_its_name_and_in_the_picker()
    {
        await using var composer = await ComposerPage.Open();
        await composer.One.PressSequentiallyAsync("Yes :thumbs");
        await composer.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await composer.One.PressAsync("Tab");
        Assert.Equal("Yes 👍", await composer.Value(composer.One));
        await composer.Page.GetByText("Emoji").ClickAsync();
        await composer.Page.GetByLabel("Search emoji").FillAsync("rocket");
        await composer.Page.GetByRole(AriaRole.Button, new() { Name = "rocket launch" }).ClickAsync();
        Assert.Equal("Yes 👍🚀", await composer.Value(composer.One));
    }

    [Fact]
    public async Task Publishing_by_keyboard_first_tells_the_text_and_only_of_its_own_composer()
    {
        await using var composer = await ComposerPage.Open();
        await composer.Two.FillAsync("other");
        await composer.One.FillAsync("mine");
        await composer.One.PressAsync("Control+Enter");
        var calls = (await Calls(composer)).Select(call => call.ToString()).Where(call => !call.Contains("other")).ToArray();
        Assert.Equal(["[\"TextChanged\",\"mine\"]", "[\"Publish\"]"], calls);
    }

    [Fact]
    public async Task A_draft_outlives_the_page_until_it_is_published()
    {
        await using var composer = await ComposerPage.Open();
        await composer.One.FillAsync("half a thought");
        await composer.Reload();
        Assert.Equal("half a thought", await composer.Value(composer.One));
        Assert.Equal("", await composer.Value(composer.Two));
        await composer.Page.EvaluateAsync("() => one.published()");
        await composer.Reload();
        Assert.Equal("", await composer.Value(composer.One));
    }

    [Fact]
    public async Task A_pasted_picture_is_uploaded_and_stands_in_the_text_with_its_size()
    {
        await using var composer = await ComposerPage.Open(route =>
            route.FulfillAsync(
                new() { ContentType = "application/json", Body = """{"url":"/files/images/k/800.webp","width":800,"height":600}""" }
            )
        );
        await PastePicture(composer, "site_plan-2.png");
        await composer.Page.GetByText("is in the text").WaitForAsync();
        Assert.Equal("![site plan 2](/files/images/k/800.webp#800x600)\n", await composer.Value(composer.One));
    }

    [Fact]
    public async Task A_refused_picture_says_why_and_leaves_no_trace_in_the_text()
    {
        await using var composer = await ComposerPage.Open(route =>
            route.FulfillAsync(
                new()
                {
                    Status = 400,
                    ContentType = "application/json",
                    Body = """{"sentence":"This picture is damaged."}""",
                }
            )
        );
        await PastePicture(composer, "x.png");
        await composer.Page.GetByText("This picture is damaged.").WaitForAsync();
        Assert.Equal("", (await composer.Value(composer.One)).Trim());
    }

    [Fact]
    public async Task The_browsers_undo_takes_a_tool_back()
    {
        await using var composer = await ComposerPage.Open();
        await composer.One.PressSequentiallyAsync("word");
        await composer.One.PressAsync("Control+a");
        await composer.One.PressAsync("Control+b");
        Assert.Equal("**word**", await composer.Value(composer.One));
        await composer.One.PressAsync("Control+z");
        Assert.Equal("word", await composer.Value(composer.One));
    }

    private static Task PastePicture(ComposerPage composer, string name) =>
        composer.Page.EvaluateAsync(
            """
            name => {
              const data = new DataTransfer();
              data.items.add(new File([new Uint8Array(2000)], name, { type: "image/png" }));
              document.querySelector("#one textarea").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            name
        );

    private static async Task<JsonElement[]> Calls(ComposerPage composer) =>
        [.. (await composer.Page.EvaluateAsync<JsonElement>("() => window.calls")).EnumerateArray()];
}
