using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Intranet.App.Feeds;

/// <summary>Loads the feed, hears its news, and carries clicks to the hand that acts.</summary>
public sealed partial class FeedPanel : ComponentBase, IAsyncDisposable
{
    private readonly List<NewPost> _sending = [];
    private ElementReference _root;
    private FeedScreen _screen = default!;
    private FeedHand _hand = default!;
    private IDisposable? _ear;
    private Script<FeedPanel>? _script;
    private bool _composing;

    /// <summary>The space whose feed this is; null for all my spaces, or what <see cref="Scope"/> says.</summary>
    [Parameter]
    public Guid? SpaceId { get; set; }

    [Parameter]
    public FeedScope? Scope { get; set; }

    /// <summary>What stands where there is nothing yet.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>An answer to be shown at once, on the page of its post.</summary>
    [Parameter]
    public Guid? Comment { get; set; }

    [CascadingParameter]
    public Me Me { get; set; } = default!;

    /// <summary>Posts and answers whose change this person began and did not save.</summary>
    internal HashSet<Guid> Edits { get; private set; } = [];
    internal FeedActs Operations => Acts;
    internal FeedHand Hand => _hand;
    internal FeedScreen Screen => _screen;
    internal Sprite Sprite => Sprite.Of(Assets);

    private string Pill =>
        _screen.Waiting.Count switch
        {
            1 => "1 new post",
            FeedScreen.MostWaiting => $"{FeedScreen.MostWaiting} new posts or more",
            var n => $"{n} new posts",
        };

    protected override async Task OnInitializedAsync()
    {
        Scope ??= SpaceId is { } id ? new FeedScope.Space(id) : new FeedScope.Home();
        _composing = Scope is FeedScope.Home or FeedScope.Space;
        _screen = new FeedScreen(Acts.Pages, Me.Viewer, Scope);
        _hand = new FeedHand(Acts, _screen, Me.Viewer);
        // Listen, then load: what happens in between is heard and applied after.
        if (RendererInfo.IsInteractive)
            _ear = Acts.Wire.Join(Me.Id, Scope, news => InvokeAsync(() => Hear(news)), _screen.Encloses);
        await _screen.Load();
        Edits = await Drafts.Edits(Me.Viewer);
        if (Scope is FeedScope.One one)
            await _screen.OpenThread(one.PostId, Comment);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !RendererInfo.IsInteractive)
            return;
        _script = new(this);
        await _script.Attach(Js, "/js/feed.js", _root, _script.Self);
    }

    /// <summary>A button in the feed was clicked; one script hears the clicks of all items.</summary>
    [JSInvokable]
    public async Task Do(string act, Guid? post, Guid? comment, string? value)
    {
        try
        {
            switch (act)
            {
                case "older":
                    await _screen.Older();
                    break;
                case "news":
                    _screen.AtTop = true;
                    await _screen.ShowWaiting();
                    break;
                default:
                    await _hand.Do(act, post ?? default, comment, value);
                    break;
            }
        }
        catch (Exception e)
        {
            // Given to the script it would be lost there: nobody would see that nothing was done, and no log would tell why.
            await DispatchExceptionAsync(e);
        }
        StateHasChanged();
    }

    /// <summary>Posts that were in view for two seconds.</summary>
    [JSInvokable]
    public void Saw(Guid[] posts) => Acts.Seen.Mark(Me.Viewer, posts.Take(FeedScreen.Most).Where(id => _screen.Find(id) is not null));

    [JSInvokable]
    public void AtTop(bool atTop) => _screen.AtTop = atTop;

    /// <summary>Shows a post at once, publishes it, and puts what was stored in its place. The refusal, if any, goes back to the composer.</summary>
    private async Task Publish(NewPost post)
    {
        _sending.Insert(0, post);
        StateHasChanged();
        try
        {
            var id = await Acts.Posts.Publish(Me.Viewer, post);
            await _screen.Reread(id);
        }
        finally
        {
            _sending.Remove(post);
            StateHasChanged();
        }
    }

    private async Task Hear(IReadOnlyList<FeedNews>? news)
    {
        await _screen.Hear(news);
        _sending.RemoveAll(s => _screen.Items.Any(i => i.Card.By.Id == Me.Id && i.Card.ClientKey == s.ClientKey));
        StateHasChanged();
    }

    internal void Draw() => StateHasChanged();

    /// <summary>Tells those who have the space open that this person writes.</summary>
    internal void Writes(Guid? spaceId)
    {
        if (spaceId is { } space)
            Presence.Write(space, Me.Id);
    }

    public async ValueTask DisposeAsync()
    {
        _ear?.Dispose();
        if (_script is not null)
            await _script.DisposeAsync();
    }

    [Inject]
    private FeedActs Acts { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private Presence Presence { get; set; } = default!;
}
