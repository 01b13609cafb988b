using System.Collections.Concurrent;
using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.Domain.Activity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Brings what happens to the open feeds. For one happening and many screens there is one question who may see it, and one reading of it, handed to all.</summary>
public sealed class FeedWire : IDisposable
{
    private static readonly TimeSpan SeenPause = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<FeedEar, byte> _ears = new();
    private readonly ConcurrentDictionary<Guid, Happening> _seen = new();
    private int _counting;
    private readonly Store _store;
    private readonly Deliveries _deliveries;
    private readonly IDisposable _ear;

    public FeedWire(Store store, Announcer announcer, ILogger<FeedWire> log)
    {
        _store = store;
        _deliveries = new Deliveries(log);
        _ear = announcer.Listen([Subject.Everything], Hear);
    }

    /// <summary>Tells a screen the news of its feed until the result is disposed; null instead of news means "read everything again".</summary>
    public IDisposable Join(Guid viewer, FeedScope scope, Func<IReadOnlyList<FeedNews>?, Task> hear)
    {
        var ear = new FeedEar(viewer, scope, hear, _deliveries, gone => _ears.TryRemove(gone, out _));
        _ears[ear] = 0;
        return ear;
    }

    public void Dispose()
    {
        _ear.Dispose();
        _deliveries.Dispose();
    }

    private async Task Hear(IReadOnlyList<Happening> happenings, bool missed)
    {
        if (_ears.IsEmpty)
            return;
        if (missed)
        {
            Refresh(_ => true);
            return;
        }
        foreach (var happening in happenings.Where(FeedRelevance.OfRights))
            Refresh(ear => FeedRelevance.ConcernsAll(happening) || Concerns(happening, ear.Viewer));
        foreach (var space in happenings.Where(FeedRelevance.OfPost).GroupBy(h => h.SpaceId!.Value))
            await Tell(space.Key, [.. space]);
        if (happenings.Any(FeedRelevance.OfSeen))
            Later(happenings.Where(FeedRelevance.OfSeen));
    }

    /// <summary>While many read a new post its count of readers changes all the time; once in a while is often enough to tell.</summary>
    private void Later(IEnumerable<Happening> seen)
    {
        foreach (var happening in seen)
            _seen[happening.PostId!.Value] = happening;
        if (Interlocked.Exchange(ref _counting, 1) == 0)
            _ = Count();
    }

    private async Task Count()
    {
        await Task.Delay(SeenPause, _store.Clock);
        Volatile.Write(ref _counting, 0);
        var due = _seen.Keys.Select(post => _seen.TryRemove(post, out var happening) ? happening : (Happening?)null).OfType<Happening>();
        foreach (var space in due.GroupBy(h => h.SpaceId!.Value))
            await Tell(space.Key, [.. space]);
    }

    private static bool Concerns(Happening happening, Guid person) =>
        happening.ActorId == person || happening.OwnerId == person || happening.ThingId == person;

    private void Refresh(Func<FeedEar, bool> concerned)
    {
        foreach (var ear in _ears.Keys.Where(concerned))
            ear.Refresh();
    }

    private async Task Tell(Guid spaceId, IReadOnlyList<Happening> happenings)
    {
        var quotes = happenings.Where(FeedRelevance.ReachesQuotes).Select(h => h.PostId!.Value).ToHashSet();
        var ears = _ears.Keys.Where(e => quotes.Count > 0 || e.Scope is not FeedScope.Space only || only.Id == spaceId).ToList();
        if (ears.Count == 0)
            return;
        var (audience, news) = await Read(spaceId, [.. ears.Select(e => e.Viewer).Distinct()], happenings);
        foreach (var ear in ears.Where(e => audience.Sees(e.Viewer)))
        foreach (var item in news.Where(n => quotes.Contains(n.PostId) || Shows(ear, spaceId, audience)))
            ear.Offer(item);
    }

    private static bool Shows(FeedEar ear, Guid spaceId, Audience audience) =>
        ear.Scope switch
        {
            FeedScope.Home => audience.Seats(ear.Viewer),
            FeedScope.Space space => space.Id == spaceId,
            _ => true,
        };

    private Task<(Audience, List<FeedNews>)> Read(Guid spaceId, Guid[] viewers, IReadOnlyList<Happening> happenings) =>
        _store.Read(
            Viewer.Nobody,
            async db =>
            {
                var audience = await Audience.Of(db, spaceId, viewers);
                return (audience, audience.Eyes is { } eyes ? await _store.Read(eyes, seen => News(seen, happenings)) : []);
            }
        );

    private static async Task<List<FeedNews>> News(IntranetDb db, IReadOnlyList<Happening> happenings)
    {
        Guid[] posts = [.. happenings.Select(h => h.PostId!.Value).Distinct()];
        Guid[] answers = [.. happenings.Where(h => h.ThingKind == ThingKind.Comment).Select(h => h.ThingId).OfType<Guid>().Distinct()];
        var cards = (await Cards.Load(db, db.Posts.Where(p => posts.Contains(p.Id)))).ToDictionary(c => c.Id);
        var comments =
            answers.Length == 0
                ? Enumerable.Empty<CommentCard>().ToLookup(c => c.PostId)
                : (await CommentCards.Load(db, db.Comments.Where(c => answers.Contains(c.Id)))).ToLookup(c => c.PostId);
        return
        [
            .. posts.Select(id => new FeedNews(
                id,
                cards.GetValueOrDefault(id),
                [.. comments[id]],
                happenings.Where(h => h.PostId == id).Select(h => h.ActorId).OfType<Guid>().ToHashSet()
            )),
        ];
    }
}

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

    public Guid Viewer { get; }
    public FeedScope Scope { get; }

    public void Offer(FeedNews news) => _listener.Offer(news);

    public void Refresh() => _listener.Offer(null);

    public void Dispose() => _listener.Dispose();
}
