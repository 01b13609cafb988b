using AngleSharp.Dom;
using Bunit;
using Intranet.App.Feeds;
using Intranet.App.Shared;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Intranet.Tests.Feeds;

/// <summary>One person's open tab without a browser: the real components on an office's services. What the feed's script does with a click is done here by hand.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly BunitContext _tab = new();

    public Desk(Office office, Person person)
    {
        Me = new Me(person.Id, person.Name, person.Email, person.Kind, person.Duties, null, false, TimeZoneInfo.Utc, null, null);
        _tab.Services.AddFallbackServiceProvider(office.Services);
        _tab.Services.AddSingleton<IJSRuntime>(new TabScripts(_tab.JSInterop.JSRuntime));
        _tab.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        _tab.JSInterop.Mode = JSRuntimeMode.Loose;
        foreach (var script in new[] { "/js/feed.js", "/js/composer.js" })
        {
            var module = _tab.JSInterop.SetupModule(script);
            module.Mode = JSRuntimeMode.Loose;
            module.SetupModule("attach", _ => true).Mode = JSRuntimeMode.Loose;
        }
        _tab.Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => Told++;
    }

    public Me Me { get; }

    /// <summary>How often the page said that there is nothing here for this person.</summary>
    public int Told { get; private set; }

    public Task<IRenderedComponent<FeedPanel>> Home() => Loaded(p => p.Add(f => f.Scope, new FeedScope.Home()));

    public Task<IRenderedComponent<FeedPanel>> Feed(Guid space) => Loaded(p => p.Add(f => f.SpaceId, space));

    public Task<IRenderedComponent<FeedPanel>> Page(Guid post, Guid? comment = null) =>
        Loaded(p => p.Add(f => f.Scope, new FeedScope.One(post)).Add(f => f.Comment, comment));

    public IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>> parameters)
        where T : IComponent
    {
        return _tab.Render<T>(p =>
        {
            p.AddCascadingValue(Me);
            parameters(p);
        });
    }

    private async Task<IRenderedComponent<FeedPanel>> Loaded(Action<ComponentParameterCollectionBuilder<FeedPanel>> parameters)
    {
        var feed = Show(parameters);
        await feed.Shows(() => !feed.Markup.Contains("Loading posts"));
        return feed;
    }

    /// <summary>How often the screen put focus somewhere.</summary>
    public int FocusPut => _tab.JSInterop.Invocations["Blazor._internal.domWrapper.focus"].Count;

    /// <summary>Where the screen put focus last.</summary>
    public void PutFocusOn(IElement element) =>
        _tab.JSInterop.Invocations["Blazor._internal.domWrapper.focus"][^1].Arguments[0].ShouldBeElementReferenceTo(element);

    public ValueTask DisposeAsync() => _tab.DisposeAsync();

    /// <summary>Waits until the screen shows it, also where nothing but the clock brings it about.</summary>
    internal static async Task Shows(IRenderedComponent<IComponent> screen, Func<bool> met)
    {
        for (var left = OpenFeed.Patience; !await screen.InvokeAsync(Met); left -= TimeSpan.FromMilliseconds(20))
        {
            Assert.True(left > TimeSpan.Zero, screen.Markup);
            await Task.Delay(20);
        }

        bool Met()
        {
            try
            {
                return met();
            }
            catch (ElementNotFoundException)
            {
                return false;
            }
        }
    }
}

/// <summary>What a person sees and presses on a feed.</summary>
internal static class DeskSteps
{
    public static IElement? Post(this IRenderedComponent<FeedPanel> feed, Guid id) => feed.FindAll($"[data-post='{id}']").SingleOrDefault();

    public static IElement? Comment(this IRenderedComponent<FeedPanel> feed, Guid id) =>
        feed.FindAll($"[data-comment='{id}']").SingleOrDefault();

    public static Task Shows(this IRenderedComponent<FeedPanel> feed, Func<bool> met) => Desk.Shows(feed, met);

    /// <summary>As <c>feed.js</c> does it: the button says what, the elements around it say to which.</summary>
    public static Task Press(this IRenderedComponent<FeedPanel> feed, IElement button)
    {
        var act = button.GetAttribute("data-do")!;
        var (post, comment) = (Around("data-post"), Around("data-comment"));
        return feed.InvokeAsync(() => feed.Instance.Do(act, post, comment, button.GetAttribute("data-value")));

        Guid? Around(string name) => button.Closest($"[{name}]") is { } around ? Guid.Parse(around.GetAttribute(name)!) : null;
    }

    public static Task Press(this IRenderedComponent<FeedPanel> feed, Guid post, string act, string? value = null) =>
        feed.Press(feed.Find($"[data-post='{post}'] [data-do='{act}']{(value is null ? "" : $"[data-value='{value}']")}"));

    /// <summary>Opens the menu of a post and chooses from it.</summary>
    public static async Task Choose(this IRenderedComponent<FeedPanel> feed, Guid post, string act)
    {
        await feed.Press(post, "menu");
        await feed.Press(feed.Find($"[data-post='{post}'] [role=menu] [data-do='{act}']"));
    }

    /// <summary>Opens the composer at the top and writes.</summary>
    public static async Task Write(this IRenderedComponent<FeedPanel> feed, string text)
    {
        await feed.Compose();
        await feed.Type("Text", text);
    }

    /// <summary>Opens the composer, which stands there once it knows where this person may write.</summary>
    public static async Task Compose(this IRenderedComponent<FeedPanel> feed)
    {
        await feed.Shows(() => feed.FindAll("[data-compose]").Count == 1);
        await feed.Find("[data-compose]").ClickAsync();
    }

    public static async Task Type(this IRenderedComponent<FeedPanel> feed, string label, string text)
    {
        await feed.Shows(() => Boxes().Any());
        var box = Boxes().Single();
        await box.InvokeAsync(() => box.Instance.TextChanged(text));

        IEnumerable<IRenderedComponent<TextBox>> Boxes() =>
            feed.FindComponents<TextBox>().Where(b => b.Find("textarea").GetAttribute("aria-label") == label);
    }

    public static Task Click(this IRenderedComponent<IComponent> screen, string name) =>
        screen.FindAll("button").Single(b => b.TextContent.Trim() == name || b.GetAttribute("aria-label") == name).ClickAsync();

    /// <summary>The posts from top to bottom.</summary>
    public static IEnumerable<Guid> Order(this IRenderedComponent<FeedPanel> feed) =>
        feed.FindAll("article[data-post]").Select(a => Guid.Parse(a.GetAttribute("data-post")!));
}
