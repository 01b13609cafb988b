namespace Intranet.App.Feeds;

/// <summary>The posts a screen holds, in their order: what is held on top, then the newest.</summary>
internal sealed class FeedList
{
    public List<FeedItem> Items { get; private set; } = [];

    public FeedItem? Find(Guid id) => Items.Find(i => i.Id == id);

    public void Fill(IEnumerable<FeedItem> items) => Items = [.. items];

    public void Add(IEnumerable<FeedItem> older) => Items.AddRange(older.Where(i => Find(i.Id) is null));

    public void Insert(FeedItem item) => Items = [.. FeedItem.InOrder(Items.Append(item))];

    public void Remove(Guid id) => Items.RemoveAll(i => i.Id == id);

    public bool Replace(Guid id, Func<FeedItem, FeedItem> change)
    {
        var at = Items.FindIndex(i => i.Id == id);
        if (at >= 0)
            Items[at] = change(Items[at]);
        return at >= 0;
    }

    public void Sort() => Items = [.. FeedItem.InOrder(Items)];

    /// <summary>The posts that show the given one as their source.</summary>
    public List<Guid> Quoting(Guid source) => [.. Items.Where(i => i.Card.SharedPostId == source).Select(i => i.Id)];

    /// <summary>Lets the newest go until so many are left; true when some went.</summary>
    public bool Trim(int most)
    {
        if (Items.Count <= most)
            return false;
        Items.RemoveRange(0, Items.Count - most);
        return true;
    }
}
