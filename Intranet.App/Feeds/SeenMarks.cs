using System.Threading.Channels;
using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Counts who had a post in view for at least two seconds, and how far each has read. Gathered and written together: a mark may be half a second late, a write for each may not.</summary>
public sealed class SeenMarks(Store store, ILogger<SeenMarks> log) : BackgroundService
{
    private const int MostWaiting = 20_000;
    private const int Batch = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Channel<(Viewer Viewer, Guid PostId)> _waiting = System.Threading.Channels.Channel.CreateBounded<(Viewer, Guid)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest }
    );

    public void Mark(Viewer viewer, IEnumerable<Guid> posts)
    {
        foreach (var post in posts)
            _waiting.Writer.TryWrite((viewer, post));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(Pause, stoppingToken);
                await Flush();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Flush();
        }
    }

    /// <summary>Writes down what waits, now.</summary>
    public async Task Flush()
    {
        while (true)
        {
            var batch = new List<(Viewer Viewer, Guid PostId)>();
            while (batch.Count < Batch && _waiting.Reader.TryRead(out var mark))
                batch.Add(mark);
            if (batch.Count == 0)
                return;
            foreach (var person in batch.GroupBy(m => m.Viewer))
                try
                {
                    Guid[] posts = [.. person.Select(m => m.PostId).Distinct()];
                    await store.Write(person.Key, work => Write(work, posts));
                }
                catch (Exception e)
                {
                    log.LogWarning(e, "Reading marks of one person were lost.");
                }
        }
    }

    private static async Task Write(Work work, Guid[] wanted)
    {
        var me = await work.Actor();
        var posts = await work
            .Db.Posts.AsNoTracking()
            .Where(p => wanted.Contains(p.Id) && p.RemovedAt == null)
            .Select(p => new
            {
                p.Id,
                p.SpaceId,
                p.At,
                p.AuthorId,
            })
            .ToListAsync();
        var known = await work.Db.Seen.Where(s => s.PersonId == me.Id && wanted.Contains(s.PostId)).Select(s => s.PostId).ToListAsync();
        foreach (var post in posts.Where(p => !known.Contains(p.Id) && p.AuthorId != me.Id))
        {
            work.Db.Seen.Add(new Seen(post.Id, me.Id, post.SpaceId, work.Now));
            work.Record(Verb.Opened, post.SpaceId, ThingKind.Post, post.Id, post.Id, post.AuthorId);
        }
        foreach (var space in posts.GroupBy(p => p.SpaceId))
            if (await work.Db.Memberships.SingleOrDefaultAsync(m => m.SpaceId == space.Key && m.PersonId == me.Id) is { } member)
                member.ReadTo(space.Max(p => p.At));
    }
}
