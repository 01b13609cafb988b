using Intranet.App.Data;

namespace Intranet.App.Feeds;

/// <summary>The answers that are unfolded on one screen.</summary>
internal sealed class FeedThreads(FeedPages pages, Viewer viewer, FeedList list)
{
    /// <summary>Unfolds the answers of a post around one of them.</summary>
    public async Task Around(Guid postId, Guid commentId)
    {
        if (list.Find(postId) is not null)
            Show(postId, await pages.AnswersAround(viewer, postId, commentId));
    }

    /// <summary>Unfolds the answers of posts, or reads again those that are shown.</summary>
    public async Task Unfold(IEnumerable<Guid> posts)
    {
        foreach (var id in posts)
            if (list.Find(id) is { } item)
                Show(id, await Again(id, item.Thread));
    }

    public async Task Earlier(Guid postId)
    {
        if (list.Find(postId)?.Thread is not { Earlier: true } thread)
            return;
        var more = await pages.Answers(viewer, postId, thread.Comments[0].Card.Key);
        Show(postId, new CommentThread([.. more.Comments, .. thread.Comments], more.Earlier, thread.Later));
    }

    public async Task Later(Guid postId)
    {
        if (list.Find(postId)?.Thread is not { Later: true } thread)
            return;
        var more = await pages.AnswersFrom(viewer, postId, thread.Comments[^1].Card.Key, CommentThread.Most + 1);
        Show(postId, new CommentThread([.. thread.Comments.SkipLast(1), .. more.Comments], thread.Earlier, more.Later));
    }

    public Task Fold(Guid postId)
    {
        Show(postId, null);
        return Task.CompletedTask;
    }

    /// <summary>The newest, as many as are shown; or the same stretch, where it does not reach to the newest.</summary>
    private async Task<CommentThread> Again(Guid postId, CommentThread? shown)
    {
        if (shown is not { Later: true })
            return await pages.Answers(viewer, postId, most: shown?.Held ?? CommentThread.Most);
        var again = await pages.AnswersFrom(viewer, postId, shown.Comments[0].Card.Key, shown.Comments.Count);
        return again with { Earlier = shown.Earlier };
    }

    private void Show(Guid postId, CommentThread? thread) => list.Replace(postId, i => i with { Thread = thread });
}
