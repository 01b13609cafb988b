using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Feeds;

/// <summary>The feed's script on a page of its own, whose .NET side is a list of calls; parts of posts are replaced as a circuit replaces them.</summary>
public sealed class FeedScriptTests : IAsyncLifetime
{
    private const string Foot = """
        <div class="post-actions" id="foot"><button data-do="react" data-value="Like" aria-pressed="false">1</button>
        <span class="anchor"><button data-do="picker" aria-haspopup="menu" aria-expanded="false">React</button></span>
        <button data-do="comments" data-comments aria-expanded="false">Comment</button></div>
        """;

    private const string Markup = $$"""
        <!DOCTYPE html><html lang="en"><title>Feed</title><style>article { position: relative } .menu { position: absolute; width: 200px }</style><body>
        <a href="#elsewhere" id="elsewhere">Elsewhere</a>
        <div id="feed"><article class="post" data-post="p1" tabindex="-1"><header class="post-head"><div class="anchor">
        <button data-do="menu" aria-haspopup="menu" aria-expanded="false">More</button></div></header>
        <div class="prose fold">Text</div><button data-unfold>Read on</button>{{Foot}}</article></div>
        <script type="module">
        import { attach } from "/js/feed.js";
        window.calls = [];
        const dotnet = { invokeMethodAsync: async (...call) => { calls.push(call.join(" ").trim()); } };
        attach(document.getElementById("feed"), dotnet);
        window.replaceFoot = markup => document.getElementById("foot").outerHTML = markup;
        window.open_ = of => document.querySelector(of === "menu" ? "header" : "#foot").insertAdjacentHTML("afterend",
          `<div class="menu" role="menu" data-of="${of}"><button role="menuitem" data-do="follow" data-value="off">Mute</button><button role="menuitem" data-do="edit">Edit</button></div>`);
        window.close_ = () => document.querySelector(".menu").remove();
        window.ready = true;
        </script>
        """;

    private IPage _page = default!;

    public async ValueTask InitializeAsync()
    {
        _page = await ScriptPage.Open(Markup);
    }

    public async ValueTask DisposeAsync() => await _page.Context.DisposeAsync();

    private ILocator Button(string name) => _page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task Replace() => _page.EvaluateAsync("markup => replaceFoot(markup)", Foot);

    private Task<string[]> Calls() => _page.EvaluateAsync<string[]>("() => calls.filter(c => c.startsWith('Do '))");

    [Fact]
    public async Task Whoever_stands_on_a_button_that_is_replaced_stands_on_its_twin()
    {
        await Button("1").FocusAsync();

        await Replace();

        await Assertions.Expect(Button("1")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Whoever_went_elsewhere_is_not_called_back()
    {
        await Button("1").FocusAsync();
        await _page.Locator("#elsewhere").FocusAsync();
        await Replace();
        await Assertions.Expect(_page.Locator("#elsewhere")).ToBeFocusedAsync();

        await Button("1").ClickAsync();
        await _page.Locator(".prose").ClickAsync();
        await Replace();
        await Assertions.Expect(Button("1")).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_press_is_not_lost_when_news_replace_the_button_under_the_finger()
    {
        var box = (await Button("Comment").BoundingBoxAsync())!;
        await _page.Mouse.MoveAsync(box.X + 4, box.Y + 4);
        await _page.Mouse.DownAsync();
        await Replace();
        await _page.Mouse.UpAsync();
        Assert.Equal(["Do comments p1"], await Calls());

        await Button("Comment").ClickAsync();
        Assert.Equal(["Do comments p1", "Do comments p1"], await Calls());
    }

    [Fact]
    public async Task A_finger_that_slid_onto_another_button_presses_nothing()
    {
        var (from, to) = ((await Button("Comment").BoundingBoxAsync())!, (await Button("1").BoundingBoxAsync())!);
        await _page.Mouse.MoveAsync(from.X + 4, from.Y + 4);
        await _page.Mouse.DownAsync();
        await Replace();
        await _page.Mouse.MoveAsync(to.X + 4, to.Y + 4);
        await _page.Mouse.UpAsync();

        Assert.Empty(await Calls());
    }

    [Theory]
    [InlineData("menu", "More")]
    [InlineData("picker", "React")]
    public async Task What_is_open_is_said_by_its_button_hangs_under_it_and_gives_the_focus_back(string of, string button)
    {
        await Button(button).ClickAsync();
        await _page.EvaluateAsync("of => open_(of)", of);

        await Assertions.Expect(Button(button)).ToHaveAttributeAsync("aria-expanded", "true");
        var (menu, under) = ((await _page.Locator(".menu").BoundingBoxAsync())!, (await Button(button).BoundingBoxAsync())!);
        Assert.InRange(menu.Y, under.Y + under.Height, under.Y + under.Height + 6);
        Assert.True(menu.X >= 0);
        await _page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(_page.GetByRole(AriaRole.Menuitem, new() { Name = "Mute" })).ToBeFocusedAsync();
        await _page.EvaluateAsync("() => close_()");
        await Assertions.Expect(Button(button)).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(_page.Locator("[aria-haspopup]:focus")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Escape_and_a_click_elsewhere_close_the_menu()
    {
        await Button("More").ClickAsync();
        await _page.EvaluateAsync("() => open_('menu')");
        await _page.Keyboard.PressAsync("Escape");
        Assert.Equal(["Do menu p1", "Do close"], await Calls());
        await _page.Locator(".prose").ClickAsync();
        Assert.Equal(["Do menu p1", "Do close", "Do close"], await Calls());
    }

    [Fact]
    public async Task A_folded_text_opens_and_stays_open_when_the_rest_changes()
    {
        await Button("Read on").ClickAsync();
        await Replace();

        await Assertions.Expect(_page.Locator(".fold, [data-unfold]")).ToHaveCountAsync(0);
    }
}
