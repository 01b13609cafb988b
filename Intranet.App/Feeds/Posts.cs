using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Publishing and reading posts.</summary>
public sealed class Posts(Store store)
{
    public Task<Guid> Publish(Viewer viewer, Guid spaceId, PostKind kind, string? title, string markdown, string clientKey) =>
        store.Write(
            viewer,
            async work =>
            {
                var already = await work
                    .Db.Posts.Where(p => p.AuthorId == viewer.PersonId && p.ClientKey == clientKey)
                    .Select(p => (Guid?)p.Id)
                    .SingleOrDefaultAsync();
                if (already is { } id)
                    return id;
                var member = await work.Standing(spaceId);
                var text = Body.Within(markdown);
                var body = new Body(text, System.Net.WebUtility.HtmlEncode(text), text[..Math.Min(text.Length, Body.ExcerptLimit)], 0);
                var post = member.Publish(Guid.CreateVersion7(work.Now), kind, title, body, clientKey, work.Now);
                work.Db.Posts.Add(post);
                work.Record(Verb.Posted, spaceId, ThingKind.Post, post.Id, post.Id, post.AuthorId);
                return post.Id;
            }
        );

    public Task<List<PostCard>> Newest(Viewer viewer, int most) =>
        store.Read(
            viewer,
            db =>
                (
                    from p in db.Posts
                    join b in db.Bylines on p.AuthorId equals b.Id
                    where p.RemovedAt == null
                    orderby p.At descending
                    select new PostCard(p.Id, p.SpaceId, p.Title, p.Body.Excerpt, b.Name, p.At)
                )
                    .Take(most)
                    .ToListAsync()
        );
}

/// <summary>A post as it stands in a feed.</summary>
public sealed record PostCard(Guid Id, Guid SpaceId, string? Title, string Text, string Author, DateTimeOffset At);
