using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents.Tree;

/// <summary>The keys of the tree on a page of its own, whose .NET side is a list of calls.</summary>
public sealed class TreeScriptTests : IAsyncLifetime
{
    private const string Markup = """
        <!DOCTYPE html><html lang="en"><title>Tree</title><body><nav id="tree"><ul role="tree" aria-label="Folders">
        <li><a href="#top" role="treeitem" tabindex="0" aria-level="1" aria-expanded="true" aria-current="page" data-into="">Documents</a>
        <ul role="group" id="top-group"><li><a href="#a" role="treeitem" tabindex="-1" aria-expanded="true" data-into="a"><span data-twist>&gt;</span>Alpha</a>
        <ul role="group"><li><a href="#a1" role="treeitem" tabindex="-1" data-into="a1">Annex</a></li></ul></li>
        <li><a href="#b" role="treeitem" tabindex="-1" aria-expanded="false" data-into="b"><span data-twist>&gt;</span>Beta</a></li>
        <li id="last"><a href="#c" role="treeitem" tabindex="-1" data-into="c">Bravo</a></li></ul></li></ul></nav><button>After</button>
        <script type="module">
        import { attach } from "/js/tree.js";
        window.calls = [];
        attach(document.getElementById("tree"), { invokeMethodAsync: async (...call) => { calls.push(call.join(" ")); } });
        window.ready = true;
        </script>
        """;

    private IPage _page = default!;

    public async ValueTask InitializeAsync()
    {
        _page = await ScriptPage.Open(Markup);
        await _page.Keyboard.PressAsync("Tab");
    }

    public async ValueTask DisposeAsync() => await _page.Context.DisposeAsync();

    [Fact]
    public async Task The_arrows_walk_over_what_is_open_and_Home_and_End_go_to_its_ends()
    {
        await Presses("Documents");
        await Presses("Documents", "ArrowUp");
        await Presses("Alpha", "ArrowDown");
        await Presses("Annex", "ArrowDown");
        await Presses("Beta", "ArrowDown");
        await Presses("Bravo", "End");
        await Presses("Bravo", "ArrowDown");
        await Presses("Documents", "Home");
        Assert.Empty(await Calls());
    }

    [Fact]
    public async Task Right_opens_and_goes_in_and_left_closes_and_goes_out()
    {
        await Presses("Alpha", "ArrowRight");
        await Presses("Annex", "ArrowRight");
        await Presses("Annex", "ArrowRight");
        await Presses("Alpha", "ArrowLeft");
        Assert.Empty(await Calls());
        await Presses("Alpha", "ArrowLeft");
        Assert.Equal(["Turn a false"], await Calls());
        await Presses("Beta", "End", "ArrowUp", "ArrowRight");
        Assert.Equal(["Turn a false", "Turn b true"], await Calls());
        await Presses("Documents", "ArrowLeft");
        // The top is always open.
        await Presses("Documents", "ArrowLeft");
        Assert.Equal(2, (await Calls()).Length);
    }

    [Fact]
    public async Task Letters_find_a_name_Enter_follows_the_link_and_Tab_leaves_and_comes_back_to_the_same_line()
    {
        await Presses("Beta", "b");
        await Presses("Bravo", "b");
        await _page.WaitForTimeoutAsync(800);
        await Presses("Bravo", "b", "r");
        await _page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#c", _page.Url);
        await _page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(_page.GetByText("After")).ToBeFocusedAsync();
        await Presses("Bravo", "Shift+Tab");
    }

    [Fact]
    public async Task The_sign_before_a_folder_opens_it_and_does_not_go_there()
    {
        await _page.Locator("[data-into=b] [data-twist]").ClickAsync();
        await _page.Locator("[data-into=a] [data-twist]").ClickAsync();

        Assert.Equal(["Turn b true", "Turn a false"], await Calls());
        Assert.DoesNotContain("#", _page.Url);
    }

    [Fact]
    public async Task When_the_line_that_Tab_comes_to_goes_it_is_the_one_where_one_stands()
    {
        await Presses("Bravo", "End");
        await _page.EvaluateAsync("() => document.getElementById('last').remove()");

        await Assertions.Expect(_page.Locator("[tabindex='0']")).ToHaveTextAsync(["Documents"]);
    }

    private async Task Presses(string focused, params string[] keys)
    {
        foreach (var key in keys)
            await _page.Keyboard.PressAsync(key);
        await Assertions.Expect(_page.Locator(":focus")).ToContainTextAsync(focused);
    }

    private Task<string[]> Calls() => _page.EvaluateAsync<string[]>("() => window.calls");
}
