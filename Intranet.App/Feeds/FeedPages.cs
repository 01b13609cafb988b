using Intranet.App.Data;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Reads stretches of a feed, newest first, by key and never by offset.</summary>
public sealed class FeedPages(Store store)
{
    /// <summary>Posts of the newest stretch: more than a screen shows, and no more to draw than needed before one can click.</summary>
    public const int First = 8;

    /// <summary>Posts of each older stretch.</summary>
    public const int Length = 20;

    /// <summary>Posts that stand above the others at most.</summary>
    internal const int MostHeld = 10;

    /// <summary>The next stretch older than the key, or the newest.</summary>
    public Task<FeedStretch> Read(Viewer viewer, FeedScope scope, FeedKey? before = null, int? most = null) =>
        // At once, so that an announcement that comes meanwhile is not among the posts without standing above them.
        store.ReadAtOnce(
            viewer,
            async db =>
            {
                var length = most ?? (before is null ? First : Length);
                var spaces = scope is FeedScope.Home ? await Mine(db) : [];
                var unseen = before is null ? await Unseen(db, scope, spaces) : [];
                HashSet<Guid> held = [.. before is null ? await Pinned(db, scope) : [], .. unseen];
                var cards = await Cards.Load(db, Posts(db, scope, spaces, before, length, held));
                // What is held beyond the stretch is older than all of it, and stands behind it here.
                FeedKey? next = cards.Count < length ? null : cards[length - 1].Key;
                var items = await Marking.Mark(db, cards);
                return new FeedStretch([.. FeedItem.InOrder(items.Select(Lifted))], next);

                FeedItem Lifted(FeedItem item) =>
                    held.Contains(item.Id) ? item with { Pinned = scope.Pins(item.Card), Unseen = unseen.Contains(item.Id) } : item;
            }
        );

    /// <summary>Single posts as this viewer sees them; those out of sight or removed are left out.</summary>
    public Task<IReadOnlyList<FeedItem>> These(Viewer viewer, IReadOnlyCollection<Guid> posts) =>
        store.Read(viewer, async db => await Marking.Mark(db, await Cards.Load(db, db.Posts.Where(p => posts.Contains(p.Id)))));

    /// <summary>The announcements that stand above the others in this feed because the viewer has not seen them.</summary>
    public Task<HashSet<Guid>> Unseen(Viewer viewer, FeedScope scope) =>
        store.Read(viewer, async db => await Unseen(db, scope, scope is FeedScope.Home ? await Mine(db) : []));

    /// <summary>The newest answers under a post, oldest first; earlier ones by the key of the first.</summary>
    public Task<CommentThread> Answers(Viewer viewer, Guid postId, FeedKey? before = null, int most = CommentThread.Most) =>
        store.Read(viewer, db => AnswerPages.Newest(db, postId, before, most));

    /// <summary>The answer with the key, and those after it.</summary>
    public Task<CommentThread> AnswersFrom(Viewer viewer, Guid postId, FeedKey key, int most) =>
        store.Read(viewer, db => AnswerPages.From(db, postId, key, most));

    /// <summary>The answers around one of them; the newest if it is none of this post's.</summary>
    public Task<CommentThread> AnswersAround(Viewer viewer, Guid postId, Guid commentId) =>
        store.Read(viewer, db => AnswerPages.Around(db, postId, commentId));

    /// <summary>What the viewer may do in each space they are in.</summary>
    public Task<Dictionary<Guid, Standing>> Standings(Viewer viewer) =>
        store.Read(
            viewer,
            async db =>
                (
                    await db
                        .Memberships.Include(m => m.Space)
                        .Where(m => m.PersonId == db.ViewerId && (m.EndsAt == null || m.EndsAt > db.Now))
                        .ToListAsync()
                ).ToDictionary(m => m.SpaceId, m => new Standing(m.MayTakePart, m.MayModerate, m.ReadUpTo ?? m.JoinedAt))
        );

    /// <summary>The spaces that feed this viewer's home, the latest joined first.</summary>
    private static Task<List<Guid>> Mine(IntranetDb db) =>
        db
            .Seats.Where(s => s.PersonId == db.ViewerId && (s.EndsAt == null || s.EndsAt > db.Now))
            .OrderByDescending(s => s.JoinedAt)
            .Select(s => s.SpaceId)
            .Take(Timeline.MostSpaces)
            .ToListAsync();

    private static IQueryable<Post> Posts(
        IntranetDb db,
        FeedScope scope,
        IReadOnlyList<Guid> mine,
        FeedKey? before,
        int length,
        IReadOnlyCollection<Guid> held
    )
    {
        var all = before is { } key ? Timeline.Before(db, key) : db.Posts;
        switch (scope)
        {
            case FeedScope.Home:
                return Timeline.Of(db, mine, before, length, held);
            case FeedScope.Space space:
                return Timeline.Of(db, [space.Id], before, length, held);
            case FeedScope.One one:
                return all.Where(p => p.Id == one.PostId);
            case FeedScope.Topic topic:
                all = all.Where(p => db.PostTopics.Any(t => t.Topic == topic.Name && t.PostId == p.Id));
                break;
            case FeedScope.Saved:
                all = all.Where(p => db.Bookmarks.Any(b => b.PostId == p.Id));
                break;
            case FeedScope.By by:
                // One author's posts are found in their own index; those before a key as well.
                all = db.Posts.Where(p => p.AuthorId == by.PersonId);
                if (before is { } last)
                    all = all.Where(p => p.At <= last.At && (p.At < last.At || p.Id < last.Id));
                break;
        }
        return all.Where(p => p.RemovedAt == null).OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Take(length);
    }

    private static async Task<HashSet<Guid>> Unseen(IntranetDb db, FeedScope scope, IReadOnlyList<Guid> mine) =>
        scope switch
        {
            FeedScope.Home => [.. await Timeline.Unseen(db, mine, db.Now.AddDays(-30), MostHeld)],
            FeedScope.Space space => [.. await Timeline.Unseen(db, [space.Id], db.Now.AddDays(-30), MostHeld)],
            _ => [],
        };

    private static async Task<HashSet<Guid>> Pinned(IntranetDb db, FeedScope scope) =>
        scope is FeedScope.Space space
            ?
            [
                .. await db
                    .Posts.Where(p => p.SpaceId == space.Id && p.PinnedAt != null && p.RemovedAt == null)
                    .OrderByDescending(p => p.PinnedAt)
                    .Take(Editing.MostPinned)
                    .Select(p => p.Id)
                    .ToListAsync(),
            ]
            : [];
}
