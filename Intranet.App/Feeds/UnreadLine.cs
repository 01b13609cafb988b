using Intranet.App.Data;

namespace Intranet.App.Feeds;

/// <summary>Where that begins which one had on screen before. Looked for stretch by stretch, drawn once, and left there until the page is opened anew.</summary>
internal sealed class UnreadLine
{
    private Guid? _reader;
    private Dictionary<Guid, DateTimeOffset>? _read;
    private bool _found;
    private FeedKey? _key;

    /// <summary>Keeps how far one had read when the page opened: scrolling moves the marks on, and would make all that comes from further down look read.</summary>
    public void Open(Viewer viewer, IReadOnlyDictionary<Guid, Standing> standings)
    {
        _reader = viewer.PersonId;
        _read ??= standings.ToDictionary(s => s.Key, s => s.Value.ReadUpTo);
    }

    public FeedStretch AsOpened(FeedStretch stretch) => stretch with { Items = [.. stretch.Items.Select(AsOpened)] };

    public FeedItem AsOpened(FeedItem item) =>
        _read is not null && _read.TryGetValue(item.Card.SpaceId, out var upTo)
            ? item with
            {
                Unread = item.Card.At > upTo && !Own(item),
            }
            : item;

    /// <summary>Draws the line above the first post read before, once one is held. With nothing unread above it there is none, and none comes later.</summary>
    public void Look(IReadOnlyList<FeedItem> items)
    {
        var flow = items.Where(i => !i.Held).ToList();
        if (_found || flow.FindIndex(i => !i.Unread && !Own(i)) is not (>= 0 and var first))
            return;
        _found = true;
        _key = flow.Take(first).Any(i => i.Unread) ? flow[first].Card.Key : null;
    }

    /// <summary>The post below the line; null while there is none, or its place is not among the posts.</summary>
    public Guid? Above(IReadOnlyList<FeedItem> items)
    {
        if (_key is not { } key)
            return null;
        var flow = items.Where(i => !i.Held).ToList();
        return flow.FindIndex(i => i.Card.Key.CompareTo(key) <= 0) is > 0 and var at ? flow[at].Id : null;
    }

    private bool Own(FeedItem item) => item.Card.By.Id == _reader;
}
