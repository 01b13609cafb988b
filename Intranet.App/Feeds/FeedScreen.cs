using Intranet.App.Data;

namespace Intranet.App.Feeds;

/// <summary>One person's open feed: what it holds, what waits above it, and how news change it. Starting anew at any moment would show the same.</summary>
public sealed partial class FeedScreen(FeedPages pages, Viewer viewer, FeedScope scope, int most = FeedScreen.Most)
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
