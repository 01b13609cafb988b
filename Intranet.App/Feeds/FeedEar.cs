using Intranet.App.Live;
using Intranet.Domain.Activity;

namespace Intranet.App.Feeds;

/// <summary>One open feed: whose it is, what it shows, and how to reach it.</summary>
internal sealed class FeedEar : IDisposable
{
    private readonly Listener<FeedNews?> _listener;

    public FeedEar(Guid viewer, FeedScope scope, Func<IReadOnlyList<FeedNews>?, Task> hear, Deliveries deliveries, Action<FeedEar> leave)
    {
        (Viewer, Scope) = (viewer, scope);
        _listener = new Listener<FeedNews?>(
            (batch, missed) => missed || batch.Contains(null) ? hear(null) : hear([.. batch.OfType<FeedNews>()]),
            deliveries,
            _ => leave(this),
            mostWaiting: 100
        );
    }

    /// <summary>Whether what happened to a document stands on this screen.</summary>
    public required Func<Happening, bool> Encloses { get; init; }

    public Guid Viewer { get; }
    public FeedScope Scope { get; }

    public void Offer(FeedNews news) => _listener.Offer(news);

    public void Refresh() => _listener.Offer(null);

    public void Dispose() => _listener.Dispose();
}
