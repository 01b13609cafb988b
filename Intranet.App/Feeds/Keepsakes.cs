using Intranet.App.Data;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>What a person keeps for themselves: saved posts, followed and muted ones. Nobody else is told, so nothing is recorded.</summary>
public sealed class Keepsakes(Store store, FeedWire wire)
{
    public async Task Save(Viewer viewer, Guid postId, bool saved)
    {
        await store.Write(
            viewer,
            async work =>
            {
                await work.Actor();
                var post = await work.Post(postId);
                var mine = await work.Db.Bookmarks.SingleOrDefaultAsync(b => b.PostId == postId);
                if (saved && mine is null)
                    work.Db.Bookmarks.Add(new Bookmark(postId, viewer.PersonId!.Value, post.SpaceId, work.Now));
                else if (!saved && mine is not null)
                    work.Db.Bookmarks.Remove(mine);
            }
        );
        Tell(viewer, postId);
    }

    /// <summary>True: hear of every answer. False: hear of none. Null: as it comes, which is when one wrote it or answered it.</summary>
    public async Task Follow(Viewer viewer, Guid postId, bool? wanted)
    {
        await store.Write(
            viewer,
            async work =>
            {
                await work.Actor();
                var post = await work.Post(postId);
                var mine = await work.Db.Follows.SingleOrDefaultAsync(f => f.PostId == postId);
                if (mine is not null && wanted is null)
                    work.Db.Follows.Remove(mine);
                else if (mine is not null)
                    mine.Muted = wanted == false;
                else if (wanted is not null)
                    work.Db.Follows.Add(new Follow(postId, viewer.PersonId!.Value, post.SpaceId, wanted == false));
            }
        );
        Tell(viewer, postId);
    }

    /// <summary>The person's other screens show it too.</summary>
    private void Tell(Viewer viewer, Guid postId)
    {
        if (viewer.PersonId is { } me)
            wire.Kept(me, postId);
    }
}
