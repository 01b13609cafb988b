using Intranet.App.Data;

namespace Intranet.App.Feeds;

/// <summary>One person's open feed: what it holds, what waits above it, and how news change it. Starting anew at any moment would show the same.</summary>
public sealed class FeedScreen(FeedPages pages, Viewer viewer, FeedScope scope, int most = FeedScreen.Most)
{
    /// <summary>Posts one screen holds at most; scrolling on lets the newest go.</summary>
    public const int Most = 200;

    /// <summary>Posts that wait at most; when more came, all is read anew.</summary>
    public const int MostWaiting = 50;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly FeedList _list = new(most, MostWaiting);
    private readonly UnreadLine _line = new();
    private Dictionary<Guid, Standing> _standings = [];

    public IReadOnlyList<FeedItem> Items => _list.Items;

    /// <summary>Posts that came while something else was being read.</summary>
    public IReadOnlyList<FeedItem> Waiting => _list.Waiting;

    /// <summary>The post above which the line stands: it and what is below was on screen before.</summary>
    public Guid? Line => _line.Above(Items);
    public bool HasOlder => _list.End is not null;

    /// <summary>The newest posts were let go: while scrolling down, or because too many came.</summary>
    public bool Cut => _list.Top is not null;
    public bool Loaded { get; private set; }

    /// <summary>Nothing is being read at the top, so news may stand there at once.</summary>
    public bool AtTop { get; set; } = true;

    public Task Load() => InTurn(LoadNow);

    public Task Older() =>
        InTurn(async () =>
        {
            if (_list.End is not { } key)
                return;
            _list.Add(_line.AsOpened(await pages.Read(viewer, scope, key)));
            _line.Look(Items);
        });

    public Task ShowWaiting() =>
        InTurn(async () =>
        {
            if (Cut)
                await LoadNow();
            else
                _list.ShowWaiting();
        });

    /// <summary>Takes news in; null means that rights changed or news were missed, so all is read again.</summary>
    public Task Hear(IReadOnlyList<FeedNews>? news) =>
        InTurn(async () =>
        {
            if (news is null || news.OfType<FeedNews.Governed>().Any(g => Concerns(g.SpaceId)))
            {
                await Again();
                return;
            }
            var mine = news.OfType<FeedNews.Kept>().Select(k => k.PostId).Where(id => _list.Any(id) is not null).ToHashSet();
            foreach (var item in news.OfType<FeedNews.Of>())
                Take(item, mine);
            await ReadAgain(mine);
        });

    /// <summary>Reads single posts again as oneself, after acting on them.</summary>
    public Task Reread(params IReadOnlyCollection<Guid> posts) =>
        InTurn(async () =>
        {
            var found = await ReadAgain(posts);
            // Who writes while the newest posts are out of reach wants to see what they wrote.
            if (Cut && found.Any(i => Own(i.Card) && scope.Takes(i.Card, _standings) && _list.Any(i.Id) is null))
                await LoadNow();
        });

    /// <summary>Unfolds the newest answers of a post, or those around the one that is wanted.</summary>
    public Task OpenThread(Guid postId, Guid? comment = null) =>
        InTurn(() => comment is { } wanted ? Threads.Around(postId, wanted) : Threads.Unfold([postId]));

    public Task EarlierAnswers(Guid postId) => InTurn(() => Threads.Earlier(postId));

    public Task LaterAnswers(Guid postId) => InTurn(() => Threads.Later(postId));

    public Task CloseThread(Guid postId) => InTurn(() => Threads.Fold(postId));

    public FeedItem? Find(Guid postId) => _list.Find(postId);

    /// <summary>Shows at once what the person did; the reading that follows has the last word.</summary>
    public void Replace(Guid postId, Func<FeedItem, FeedItem> change) => _list.Replace(postId, change);

    private FeedThreads Threads => new(pages, viewer, _list);

    private bool Own(PostCard card) => card.By.Id == viewer.PersonId;

    private async Task LoadNow()
    {
        _standings = await pages.Standings(viewer);
        _line.Open(viewer, _standings);
        _list.Fill(_line.AsOpened(await pages.Read(viewer, scope)));
        _line.Look(Items);
        Loaded = true;
    }

    /// <summary>Everything held is read again through the present sight; what is gone from sight goes, and what is being read stays where it is.</summary>
    private async Task Again()
    {
        var open = Items.Where(i => i.Thread is not null).ToList();
        _standings = await pages.Standings(viewer);
        var length = Math.Clamp(Items.Count + Waiting.Count, FeedPages.First, most);
        var reading = !Cut && (!AtTop || Waiting.Count > 0);
        _list.Refill(_line.AsOpened(await pages.Read(viewer, scope, _list.Top?.JustAbove(), length)), reading);
        foreach (var before in open)
            Replace(before.Id, i => i with { Thread = before.Thread });
        await Threads.Unfold(open.Select(i => i.Id));
    }

    /// <summary>Applies what became of a post, and says which must be read once more with this person's own eyes.</summary>
    private void Take(FeedNews.Of news, HashSet<Guid> mine)
    {
        if (news.Change.HasFlag(FeedChange.Reworded))
            foreach (var quoting in _list.Quoting(news.PostId))
            {
                mine.Add(quoting);
                if (news.Card is null)
                    Replace(quoting, i => i with { Quote = null });
            }
        if (news.Card is not { } card)
            _list.Remove(news.PostId);
        else if (_list.Any(card.Id) is not null)
        {
            Replace(card.Id, i => i with { Card = card, Pinned = scope.Pins(card), Thread = i.Thread?.With(news.Comments) });
            if (news.Actors.Contains(viewer.PersonId ?? default))
                mine.Add(card.Id);
        }
        else if (scope.Takes(card, _standings))
            Come(card, news.Change, mine);
    }

    private void Come(PostCard card, FeedChange change, HashSet<Guid> mine)
    {
        var own = Own(card);
        if (change.HasFlag(FeedChange.Published))
            Place(
                FeedItem.Arrived(card, _standings.GetValueOrDefault(card.SpaceId), own) with
                {
                    Pinned = scope.Pins(card),
                    Unseen = scope.Awaits(card, own),
                },
                news: true
            );
        if (own || change.HasFlag(FeedChange.Returned) || card.SharedPostId is not null)
            mine.Add(card.Id);
    }

    private void Place(FeedItem item, bool news) => _list.Place(item, news, Own(item.Card) || (AtTop && Waiting.Count == 0));

    private async Task<IReadOnlyList<FeedItem>> ReadAgain(IReadOnlyCollection<Guid> posts)
    {
        if (posts.Count == 0)
            return [];
        var wanted = posts.Concat(posts.SelectMany(_list.Quoting)).Distinct().ToList();
        var found = await pages.These(viewer, wanted);
        foreach (var gone in wanted.Except(found.Select(i => i.Id)))
            _list.Remove(gone);
        foreach (var item in found)
            if (_list.Any(item.Id) is not null)
                Replace(
                    item.Id,
                    i => item with { Thread = i.Thread, Unread = i.Unread, Pinned = scope.Pins(item.Card), Unseen = i.Unseen }
                );
            else if (scope.Takes(item.Card, _standings))
                Place(_line.AsOpened(item) with { Pinned = scope.Pins(item.Card), Unseen = await Unseen(item.Card) }, news: false);
        await Threads.Unfold(found.Where(i => Find(i.Id)?.Thread is not null || scope is FeedScope.One).Select(i => i.Id));
        return found;
    }

    /// <summary>An announcement that comes back may have been seen long ago.</summary>
    private async Task<bool> Unseen(PostCard card) =>
        scope.Awaits(card, Own(card)) && (await pages.Unseen(viewer, scope)).Contains(card.Id);

    private bool Concerns(Guid space) => scope.Draws(space, _standings) || Items.Concat(Waiting).Any(i => i.Card.SharedPostId is not null);

    private async Task InTurn(Func<Task> act)
    {
        await _turn.WaitAsync();
        try
        {
            await act();
        }
        finally
        {
            _turn.Release();
        }
    }
}
