using Intranet.App.Data;
using Intranet.App.Live;

namespace Intranet.App.Feeds;

/// <summary>The posts a screen holds: one stretch of the feed without gaps, what is held on top of it, and what came since and waits. Lists are replaced, never changed.</summary>
internal sealed class FeedList(int most, int mostWaiting)
{
    public IReadOnlyList<FeedItem> Items { get; private set; } = [];
    public IReadOnlyList<FeedItem> Waiting { get; private set; } = [];

    /// <summary>The oldest key of the stretch; null when there is nothing older.</summary>
    public FeedKey? End { get; private set; }

    /// <summary>The newest key of the stretch, once newer posts were let go; null while it reaches to the newest.</summary>
    public FeedKey? Top { get; private set; }

    private FeedKey Newest => Items.Where(i => !i.Held).Select(i => i.Card.Key).DefaultIfEmpty().Max();

    public FeedItem? Find(Guid id) => Items.FirstOrDefault(i => i.Id == id);

    /// <summary>Finds a post also among those that wait.</summary>
    public FeedItem? Any(Guid id) => Find(id) ?? Waiting.FirstOrDefault(i => i.Id == id);

    /// <summary>The posts that show the given one as their source.</summary>
    public List<Guid> Quoting(Guid source) => [.. Items.Concat(Waiting).Where(i => i.Card.SharedPostId == source).Select(i => i.Id)];

    /// <summary>The posts that link, themselves or in an answer, to what something happened to. Any thread may ask: the lists are replaced, never changed.</summary>
    public IEnumerable<Guid> Enclosing(Happening happening) => Items.Concat(Waiting).Where(i => i.Encloses(happening)).Select(i => i.Id);

    /// <summary>Whether a post with this key, which is not news, has its place here.</summary>
    public bool Covers(FeedKey key) => (End is not { } end || key.CompareTo(end) >= 0) && !Above(key);

    public void Fill(FeedStretch newest) => (Items, Waiting, End, Top) = (newest.Items, [], newest.Next, null);

    /// <summary>Takes the same stretch as it reads now. What is new in it waits while something else is being read.</summary>
    public void Refill(FeedStretch again, bool reading)
    {
        var newest = Newest;
        var waits = again.Items.ToLookup(i => reading && newest != default && !i.Held && i.Card.Key.CompareTo(newest) > 0);
        (Items, Waiting, End) = ([.. waits[false]], [.. waits[true]], again.Next);
    }

    /// <summary>Goes on with older posts, and lets the newest go for them. With the newest goes the place above them: what was held there stands by its age.</summary>
    public void Add(FeedStretch older)
    {
        End = older.Next;
        Arrange(Items.Concat(older.Items.Where(i => Find(i.Id) is null)), most: int.MaxValue);
        if (Items.Count <= most)
            return;
        Arrange(Items.Select(i => i.ByAge()), most: int.MaxValue);
        Items = [.. Items.TakeLast(most)];
        Top = Newest;
    }

    /// <summary>Puts a post where it belongs, or lets it wait or go.</summary>
    public void Place(FeedItem item, bool news, bool atOnce)
    {
        var key = item.Card.Key;
        item = Settled(item);
        if (Covers(key) ? key.CompareTo(Newest) < 0 || atOnce : item.Held && Top is null)
            Arrange(Items.Append(item), most);
        else if (Covers(key) || (news && Above(key)))
            Wait(item);
    }

    public void ShowWaiting()
    {
        var came = Waiting;
        Waiting = [];
        Arrange(Items.Concat(came), most);
    }

    public void Remove(Guid id) => (Items, Waiting) = ([.. Items.Where(i => i.Id != id)], [.. Waiting.Where(i => i.Id != id)]);

    public void Replace(Guid id, Func<FeedItem, FeedItem> change)
    {
        Waiting = [.. Waiting.Select(Changed)];
        if (Find(id) is { } before && Changed(before) is var changed && (before.Held ? changed : Settled(changed)) is var after)
            if (after.Held == before.Held)
                Items = [.. Items.Select(i => ReferenceEquals(i, before) ? after : i)];
            else
                Arrange(Items.Select(i => ReferenceEquals(i, before) ? after : i), most);

        FeedItem Changed(FeedItem item) => item.Id == id ? change(item) : item;
    }

    /// <summary>A post that comes to stand on top does so only where the top is.</summary>
    private FeedItem Settled(FeedItem item) => Top is null ? item : item.ByAge();

    private bool Above(FeedKey key) => Top is { } top && key.CompareTo(top) > 0;

    /// <summary>When more came than can wait, the stretch no longer reaches to the newest.</summary>
    private void Wait(FeedItem item)
    {
        if (Waiting.Count < mostWaiting)
            Waiting = [.. FeedItem.InOrder(Waiting.Append(item))];
        else
            Top ??= Newest;
    }

    /// <summary>Brings posts into their order. What was only held here goes when it no longer is; of too many the oldest go.</summary>
    private void Arrange(IEnumerable<FeedItem> items, int most)
    {
        var all = FeedItem.InOrder(items).ToList();
        var tooMany = all.Where(i => i.Unseen).Skip(FeedPages.MostHeld).Select(i => i with { Unseen = false }).ToList();
        if (tooMany.Count > 0)
            all = [.. FeedItem.InOrder(all.ExceptBy(tooMany.Select(t => t.Id), i => i.Id).Concat(tooMany))];
        all.RemoveAll(i => !i.Held && !Covers(i.Card.Key));
        if (all.Count > most)
        {
            all.RemoveRange(most, all.Count - most);
            End = all[^1].Card.Key;
        }
        Items = all;
    }
}
