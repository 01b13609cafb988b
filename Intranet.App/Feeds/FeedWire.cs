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
    private readonly SemaphoreSlim _turn = new(1);
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
    /// <param name="encloses">Whether something that happened to a document stands on the screen; asked from another thread, and not woken when it does not.</param>
    public IDisposable Join(Guid viewer, FeedScope scope, Func<IReadOnlyList<FeedNews>?, Task> hear, Func<Happening, bool>? encloses = null)
    {
        var ear = new FeedEar(viewer, scope, hear, _deliveries, gone => _ears.TryRemove(gone, out _))
        {
            Encloses = encloses ?? (_ => false),
        };
        _ears[ear] = 0;
        return ear;
    }

    /// <summary>Tells a person's other screens what they did to a post that nobody else sees.</summary>
    public void Kept(Guid viewer, Guid postId)
    {
        foreach (var ear in _ears.Keys.Where(e => e.Viewer == viewer))
            ear.Offer(new FeedNews.Kept(postId));
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
        await InTurn(() => Tell(happenings));
        if (happenings.Any(FeedRelevance.OfSeen))
            Later(happenings.Where(FeedRelevance.OfSeen));
    }

    private async Task Tell(IReadOnlyList<Happening> happenings)
    {
        foreach (var happening in happenings.Where(FeedRelevance.OfPerson))
            Refresh(ear => Concerns(happening, ear.Viewer));
        foreach (var space in happenings.Where(FeedRelevance.OfSpace).Select(h => h.SpaceId!.Value).Distinct())
        foreach (var ear in _ears.Keys)
            ear.Offer(new FeedNews.Governed(space));
        foreach (var happening in happenings.Where(FeedRelevance.OfDocument))
        foreach (var ear in _ears.Keys.Where(e => e.Encloses(happening)))
            ear.Offer(new FeedNews.Filed(happening));
        await TellOfPosts(happenings.Where(FeedRelevance.OfPost));
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
        await InTurn(() => TellOfPosts([.. due]));
    }

    /// <summary>What was read later is told later: an older reading never comes on top of a newer one.</summary>
    private async Task InTurn(Func<Task> tell)
    {
        await _turn.WaitAsync();
        try
        {
            await tell();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task TellOfPosts(IEnumerable<Happening> happenings)
    {
        foreach (var space in happenings.GroupBy(h => h.SpaceId!.Value))
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
        var quotes = happenings.Where(h => FeedRelevance.Change(h).HasFlag(FeedChange.Reworded)).Select(h => h.PostId!.Value).ToHashSet();
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

    private Task<(Audience, List<FeedNews.Of>)> Read(Guid spaceId, Guid[] viewers, IReadOnlyList<Happening> happenings) =>
        _store.Read(
            Viewer.Nobody,
            async db =>
            {
                var audience = await Audience.Of(db, spaceId, viewers);
                return (audience, audience.Eyes is { } eyes ? await _store.Read(eyes, seen => News(seen, happenings)) : []);
            }
        );

    private static async Task<List<FeedNews.Of>> News(IntranetDb db, IReadOnlyList<Happening> happenings)
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
            .. happenings
                .GroupBy(h => h.PostId!.Value)
                .Select(post => new FeedNews.Of(
                    post.Key,
                    cards.GetValueOrDefault(post.Key),
                    [.. comments[post.Key]],
                    post.Select(h => h.ActorId).OfType<Guid>().ToHashSet(),
                    post.Select(FeedRelevance.Change).Aggregate((all, one) => all | one)
                )),
        ];
    }
}
