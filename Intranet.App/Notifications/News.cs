using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Notifications;

/// <summary>What a person should hear of, put together per thread, under their sight of this moment.</summary>
public sealed class News(Store store)
{
    private const int MostRows = 200;

    /// <summary>Entries shown at most.</summary>
    public const int Most = 50;

    public async Task<IReadOnlyList<NewsEntry>> Latest(Viewer viewer) =>
        await store.Read(
            viewer,
            async db =>
            {
                var rows = await Visible(db).OrderByDescending(n => n.At).Take(MostRows).ToListAsync();
                Guid[] actors = [.. rows.Select(r => r.ActorId).OfType<Guid>().Distinct()];
                Guid[] posts = [.. rows.Select(r => r.PostId).OfType<Guid>().Distinct()];
                Guid[] spaces = [.. rows.Select(r => r.SpaceId).OfType<Guid>().Distinct()];
                var names = await db.Bylines.Where(b => actors.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name);
                var said = await db.Posts.Where(p => posts.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title ?? p.Body.Excerpt);
                Guid[] things = [.. rows.Where(r => r.PostId is null).Select(r => r.ThingId).OfType<Guid>().Distinct()];
                foreach (var node in await db.Nodes.Where(n => things.Contains(n.Id)).Select(n => new { n.Id, n.Name }).ToListAsync())
                    said[node.Id] = node.Name;
                var where = await db.Doorways.Where(s => spaces.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name);
                return (IReadOnlyList<NewsEntry>)
                    [.. rows.GroupBy(Thread).Select(g => NewsEntry.Of([.. g], names, said, where)).OrderByDescending(e => e.At).Take(Most)];
            }
        );

    public Task<int> Unread(Viewer viewer) =>
        store.Read(
            viewer,
            async db =>
            {
                var rows = await Visible(db).Where(n => n.ReadAt == null).OrderByDescending(n => n.At).Take(MostRows).ToListAsync();
                return rows.Select(Thread).Distinct().Count();
            }
        );

    public Task MarkRead(Viewer viewer) =>
        store.Write(
            viewer,
            async work =>
            {
                await work.Actor();
                await work
                    .Db.Notifications.Where(n => n.PersonId == viewer.PersonId && n.ReadAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, work.Now));
            }
        );

    private static IQueryable<Notification> Visible(IntranetDb db) =>
        db.Notifications.Where(n =>
            n.PersonId == db.ViewerId && (n.PostId == null || db.Posts.Any(p => p.Id == n.PostId && p.RemovedAt == null))
        );

    /// <summary>Answers under one post are one entry; so is everything else of one kind about one thing.</summary>
    private static (Guid?, Verb) Thread(Notification row) =>
        row.Verb is Verb.Answered or Verb.Commented ? (row.PostId, Verb.Commented)
        : row.Verb == Verb.RequestedToJoin ? (row.SpaceId, row.Verb)
        : (row.ThingId ?? row.PostId, row.Verb);
}
