using Intranet.App.Data;
using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds;

/// <summary>One person's open feed: what it holds, what waits above it, and how news change it. Starting anew at any moment would show the same.</summary>
public sealed class FeedScreen(FeedPages pages, Viewer viewer, FeedScope scope)
{
    /// <summary>Posts one screen holds at most; scrolling on lets the newest go.</summary>
    public const int Most = 200;
    private const int MostWaiting = 50;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<FeedItem> _waiting = [];
    private readonly FeedList _list = new();
    private Dictionary<Guid, Standing> _standings = [];
    private FeedKey? _next;

    public IReadOnlyList<FeedItem> Items => _list.Items;

    /// <summary>Posts that came while something else was being read.</summary>
    public IReadOnlyList<FeedItem> Waiting => _waiting;
    public bool HasOlder => _next is not null;

    /// <summary>The newest posts were let go while scrolling down.</summary>
    public bool Cut { get; private set; }
    public bool Loaded { get; private set; }

    /// <summary>Nothing is being read at the top, so news may stand there at once.</summary>
    public bool AtTop { get; set; } = true;

    public Task Load() => InTurn(() => LoadNow());

    public Task Older() =>
        InTurn(async () =>
        {
            if (_next is not { } key)
                return;
            var stretch = await pages.Read(viewer, scope, key);
            _next = stretch.Next;
            _list.Add(stretch.Items);
            Cut |= _list.Trim(Most);
        });

    public Task ShowWaiting() =>
        InTurn(async () =>
        {
            if (Cut || _waiting.Count > MostWaiting)
            {
                await LoadNow();
                return;
            }
            foreach (var item in _waiting)
                _list.Insert(item);
            _waiting.Clear();
        });

    /// <summary>Takes news in; null means that rights changed or news were missed, so all is read again.</summary>
    public Task Hear(IReadOnlyList<FeedNews>? news) =>
        InTurn(async () =>
        {
            if (news is null)
            {
                await Again();
                return;
            }
            var mine = new HashSet<Guid>();
            foreach (var item in news)
                if (Take(item))
                    mine.Add(item.PostId);
            if (mine.Count > 0)
                await ReadAgain(mine);
        });

    /// <summary>Reads single posts again as oneself, after acting on them.</summary>
    public Task Reread(params IReadOnlyCollection<Guid> posts) => InTurn(() => ReadAgain(posts));

    public Task OpenThread(Guid postId) => InTurn(() => Unfold([postId]));

    public Task EarlierAnswers(Guid postId) =>
        InTurn(async () =>
        {
            if (Find(postId)?.Thread is not { Earlier: true } thread)
                return;
            var first = thread.Comments[0].Card;
            var more = await pages.Answers(viewer, postId, new FeedKey(first.At, first.Id));
            Replace(postId, i => i with { Thread = new CommentThread([.. more.Comments, .. thread.Comments], more.Earlier) });
        });

    public Task CloseThread(Guid postId) => Task.FromResult(_list.Replace(postId, i => i with { Thread = null }));

    public FeedItem? Find(Guid postId) => _list.Find(postId);

    /// <summary>Shows at once what the person did; the reading that follows has the last word.</summary>
    public void Replace(Guid postId, Func<FeedItem, FeedItem> change) => _list.Replace(postId, change);

    private async Task LoadNow(int length = FeedPages.Length)
    {
        _standings = await pages.Standings(viewer);
        var stretch = await pages.Read(viewer, scope, length: length);
        _list.Fill(stretch.Items);
        _next = stretch.Next;
        _waiting.Clear();
        (Cut, Loaded) = (false, true);
    }

    /// <summary>Everything held is read again through the present sight; what is gone from sight goes, open threads stay open.</summary>
    private async Task Again()
    {
        var open = _list.Items.Where(i => i.Thread is not null).Select(i => i.Id).ToList();
        await LoadNow(Math.Max(FeedPages.Length, _list.Items.Count));
        await Unfold(open);
    }

    private async Task Unfold(IEnumerable<Guid> posts)
    {
        foreach (var id in posts.Where(id => Find(id) is not null))
        {
            var thread = await pages.Answers(viewer, id);
            Replace(id, i => i with { Thread = thread });
        }
    }

    /// <summary>Applies one piece of news; true when the post must be read once more with this person's own eyes.</summary>
    private bool Take(FeedNews news)
    {
        if (news.Card is not { } card)
        {
            _list.Remove(news.PostId);
            _waiting.RemoveAll(i => i.Id == news.PostId);
        }
        else if (Find(card.Id) is { } known)
        {
            var held = scope is FeedScope.Space ? card.Pinned : known.Held;
            Replace(card.Id, i => i with { Card = card, Held = held, Thread = i.Thread?.With(news.Comments) });
            if (held != known.Held)
                _list.Sort();
        }
        else if (_waiting.FindIndex(i => i.Id == card.Id) is >= 0 and var at)
            _waiting[at] = _waiting[at] with { Card = card };
        else if (Belongs(card))
            Arrive(card);
        // A quote changes with its source, by each reader's own sight; own acts change own marks.
        var quoting = _list.Quoting(news.PostId);
        foreach (var id in quoting)
            Replace(id, i => i with { Quote = null });
        return quoting.Count > 0 || news.Actors.Contains(viewer.PersonId ?? default) || news.Card?.SharedPostId is not null;
    }

    private bool Belongs(PostCard card) => scope.Takes(card, _standings) && (_next is not { } end || card.Key.CompareTo(end) > 0);

    private void Arrive(PostCard card)
    {
        var own = card.By.Id == viewer.PersonId;
        var item = FeedItem.Arrived(card, _standings.GetValueOrDefault(card.SpaceId), own, scope.Holds(card, own));
        var newest = _list.Items.Where(i => !i.Held).Select(i => i.Card.Key).DefaultIfEmpty().Max();
        if (card.Key.CompareTo(newest) < 0 || ((AtTop || own) && !Cut))
            _list.Insert(item);
        else
            _waiting.Add(item);
    }

    private async Task ReadAgain(IReadOnlyCollection<Guid> posts)
    {
        var wanted = posts.Concat(posts.SelectMany(_list.Quoting)).Distinct().ToList();
        var found = (await pages.These(viewer, wanted)).ToDictionary(i => i.Id);
        foreach (var id in wanted)
            if (!found.TryGetValue(id, out var item))
                _list.Remove(id);
            else if (Find(id) is null && Belongs(item.Card) && _waiting.All(w => w.Id != id))
                _list.Insert(
                    item with
                    {
                        Unread = item.Card.By.Id != viewer.PersonId,
                        Held = scope.Holds(item.Card, item.Card.By.Id == viewer.PersonId),
                    }
                );
            else
                Replace(
                    id,
                    i => item with { Thread = i.Thread, Unread = i.Unread, Held = scope is FeedScope.Space ? item.Card.Pinned : i.Held }
                );
        _list.Sort();
        await Unfold([.. found.Keys.Where(id => Find(id)?.Thread is not null)]);
    }

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
