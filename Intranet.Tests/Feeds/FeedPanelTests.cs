using AngleSharp.Dom;
using Bunit;
using Intranet.App.Feeds;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Feeds;

public sealed class FeedPanelTests : BunitContext
{
    private bool _furnished;

    private void Furnish(Cast cast)
    {
        if (_furnished)
            return;
        _furnished = true;
        Services.AddSingleton(cast.Office.Get<FeedActs>());
        Services.AddSingleton(cast.Office.Get<Presence>());
        Services.AddSingleton(cast.Office.Get<Companions>());
        Services.AddSingleton(cast.Office.Get<Choices>());
        Services.AddSingleton(cast.Office.Get<Drafts>());
        Services.AddSingleton(cast.Office.Get<Texts>());
        Services.AddSingleton(cast.Office.Get<Mentioning>());
        Services.AddSingleton<TimeProvider>(cast.Office.Clock);
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: false));
    }

    private IRenderedComponent<FeedPanel> Open(Cast cast, Person viewer, FeedScope? scope = null)
    {
        Furnish(cast);
        var me = new Me(viewer.Id, viewer.Name, viewer.Email, PersonKind.Employee, Duties.None, null, false, TimeZoneInfo.Utc, null, null);
        var panel = Render<FeedPanel>(p => p.AddCascadingValue(me).Add(x => x.Scope, scope ?? new FeedScope.Home()));
        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll(".skeleton")));
        return panel;
    }

    private static Task Do(IRenderedComponent<FeedPanel> panel, string act, Guid post, Guid? comment = null, string? value = null) =>
        panel.InvokeAsync(() => panel.Instance.Do(act, post, comment, value));

    [Fact]
    public async Task A_post_at_rest_costs_no_component()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        for (var i = 0; i < FeedPages.First; i++)
            await cast.Says(cast.Ann, $"Post {i}", i % 2 == 0 ? PostKind.Question : PostKind.Update, $"Title {i}");
        var panel = Open(cast, cast.Ben);

        Assert.Equal(FeedPages.First, panel.FindAll("article.post").Count);
        Assert.Equal(["Composer"], panel.FindComponents<ComponentBase>().Select(c => c.Instance.GetType().Name).Except(["FeedPanel"]));
    }

    [Fact]
    public async Task A_menu_opens_right_behind_its_button_and_leaves_the_post_alone()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var post = await cast.Says(cast.Ann, "Hello");
        var panel = Open(cast, cast.Ann);
        var before = Parts(panel);

        await Do(panel, "menu", post);

        Assert.Equal("post-head", panel.Find("article > .menu[data-of=menu]").PreviousElementSibling!.ClassName);
        Assert.Contains("Remove", panel.Find(".menu").TextContent);
        Assert.Equal(before, Parts(panel));
        await Do(panel, "close", post);
        Assert.Empty(panel.FindAll(".menu"));
    }

    [Fact]
    public async Task Another_one_s_menu_offers_no_removal()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var post = await cast.Says(cast.Ann, "Hello");
        var panel = Open(cast, cast.Ben);

        await Do(panel, "menu", post);

        Assert.Contains("Mute", panel.Find(".menu").TextContent);
        Assert.DoesNotContain("Remove", panel.Find(".menu").TextContent);
    }

    [Fact]
    public async Task A_reaction_shows_on_the_button_and_takes_the_picker_away()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var post = await cast.Says(cast.Ann, "Hello");
        var panel = Open(cast, cast.Ben);

        await Do(panel, "picker", post);
        Assert.Equal(5, panel.FindAll(".menu[data-of=picker] [role=menuitem]").Count);
        await Do(panel, "react", post, value: "Thanks");

        Assert.Empty(panel.FindAll(".menu"));
        var given = panel.Find(".reaction[data-value=Thanks]");
        Assert.Equal(("true", "Thanks, 1 person"), (given.GetAttribute("aria-pressed"), given.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task The_editor_stands_where_the_text_was_and_gives_the_place_back()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var post = await cast.Says(cast.Ann, "Helo", title: "Title");
        var panel = Open(cast, cast.Ann);

        await Do(panel, "edit", post);
        Assert.Empty(panel.FindAll("article .prose, article .post-title"));
        Assert.Equal("Title", panel.Find("article form .composer-title").GetAttribute("value"));
        await panel.InvokeAsync(() => panel.Instance.Hand.SaveEdit("New title", "Hello"));
        panel.Render();

        Assert.Equal(
            ("New title", "Hello"),
            (panel.Find("article .post-title").TextContent, panel.Find("article .prose").TextContent.Trim())
        );
        Assert.Contains("edited", panel.Find("article .where").TextContent);
    }

    [Fact]
    public async Task Answers_hang_under_each_other_and_carry_their_own_menus()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var post = await cast.Says(cast.Ann, "Who knows?", PostKind.Question);
        var top = await cast.Answers(cast.Ben, post, "I do");
        var reply = await cast.Answers(cast.Ann, post, "Tell me", top);
        await cast.Comments.Accept(cast.Ann.Eyes(), post, top);
        var panel = Open(cast, cast.Ann);
        Assert.Equal("2 comments", panel.Find("[data-comments]").TextContent);

        await Do(panel, "comments", post);
        Assert.Equal("Accepted answer", panel.Find($"#c-{top} > .tag").TextContent);
        Assert.Equal("Tell me", panel.Find($"#c-{top} .replies #c-{reply} .prose").TextContent.Trim());
        Assert.Equal("true", panel.Find($"#c-{top} > .post-actions [data-do=accept]").GetAttribute("aria-pressed"));
        await Do(panel, "menu", post, reply);
        Assert.Contains("Remove", panel.Find($"#c-{reply} > .menu").TextContent);
        Assert.Empty(panel.FindAll($"#c-{top} > .menu"));
        await Do(panel, "reply", post, top);
        Assert.Single(panel.FindAll($"#c-{top} > .replies > .comment-box"));
        await Do(panel, "comments", post);
        Assert.Empty(panel.FindAll(".comments"));
    }

    [Fact]
    public async Task Earlier_readings_sharing_and_the_poll_are_there_when_they_are_asked_for()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var post = await cast.Says(cast.Ann, "Hello");
        await cast.Corrections.Edit(cast.Ann.Eyes(), post, null, "Hello there");
        var panel = Open(cast, cast.Ann);

        await Do(panel, "history", post);
        Assert.Equal("Hello", panel.Find(".history .prose").TextContent.Trim());
        await Do(panel, "share", post);
        Assert.Single(panel.FindAll("article > .share"));
        Assert.Empty(panel.FindAll(".history"));
    }

    [Fact]
    public async Task A_source_is_shown_to_those_who_may_see_it_and_to_nobody_else()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var hall = await cast.Office.Room("Hall", Domain.Spaces.Openness.Open, cast.Ann, cast.Outsider);
        var source = await cast.Says(cast.Ann, "The plan", title: "Secret plan");
        await cast.Posts.Share(cast.Ann.Eyes(), source, hall.Id, "Look", cast.Key());

        var inside = Open(cast, cast.Ann, new FeedScope.Space(hall.Id));
        Assert.Contains("Secret plan", inside.Find(".quoted").TextContent);
        var outside = Open(cast, cast.Outsider, new FeedScope.Space(hall.Id));
        Assert.Equal("A post you cannot see here.", outside.Find(".quoted").TextContent);
        Assert.DoesNotContain("Secret plan", outside.Markup);
    }

    private static List<string> Parts(IRenderedComponent<FeedPanel> panel) =>
        [.. panel.FindAll("article > header, article > .prose, article > .post-actions").Select(part => part.OuterHtml)];
}
