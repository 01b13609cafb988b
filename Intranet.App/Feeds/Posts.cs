using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Publishing and sharing posts.</summary>
public sealed class Posts(Store store, Texts texts)
{
    public Task<Guid> Publish(Viewer viewer, Guid spaceId, PostKind kind, string? title, string markdown, string clientKey) =>
        Publish(viewer, new NewPost(spaceId, kind, title, markdown, clientKey));

    /// <summary>Publishes once per client key, however often it is asked.</summary>
    public async Task<Guid> Publish(Viewer viewer, NewPost wanted)
    {
        var text = await texts.Write(viewer, wanted.Markdown);
        return await store.Write(
            viewer,
            async work =>
            {
                if (await Already(work, wanted.ClientKey) is { } id)
                    return id;
                var member = await work.Standing(wanted.SpaceId);
                var post = await Say(work, member, wanted, text.Body);
                work.Db.Posts.Add(post);
                await Name(work, post, text);
                return post.Id;
            }
        );
    }

    /// <summary>Passes a post the viewer may read on to a space where they may write. The reader there sees the source only under their own sight.</summary>
    public async Task<Guid> Share(Viewer viewer, Guid sourceId, Guid targetId, string markdown, string clientKey)
    {
        var text = await texts.Write(viewer, string.IsNullOrWhiteSpace(markdown) ? "Worth a look." : markdown);
        return await store.Write(
            viewer,
            async work =>
            {
                if (await Already(work, clientKey) is { } id)
                    return id;
                var member = await work.Standing(targetId);
                var source =
                    await work.Db.Posts.SingleOrDefaultAsync(p => p.Id == sourceId)
                    ?? throw new Refusal("There is no such post, or you cannot see it.");
                var post = member.Share(Guid.CreateVersion7(work.Now), source, text.Body, clientKey, work.Now);
                work.Db.Posts.Add(post);
                work.Record(Verb.Shared, targetId, ThingKind.Post, post.Id, post.Id, source.AuthorId);
                await Name(work, post, text);
                return post.Id;
            }
        );
    }

    private static Task<Guid?> Already(Work work, string clientKey) =>
        work.Viewer.PersonId is { } author ? work.Db.Published(author, clientKey) : Task.FromResult<Guid?>(null);

    private static async Task<Post> Say(Work work, Membership member, NewPost wanted, Body body)
    {
        var id = Guid.CreateVersion7(work.Now);
        var (kind, title, key) = (wanted.Kind, wanted.Title, wanted.ClientKey);
        switch (kind)
        {
            case PostKind.Poll:
                var (poll, options) = member.AskAround(id, title, body, wanted.Options, wanted.PollEnds, key, work.Now);
                work.Db.PollOptions.AddRange(options);
                Record(Verb.Polled);
                return poll;
            case PostKind.Praise:
                var seen = await work.Db.People.Where(p => wanted.Praised.Contains(p.Id)).Select(p => p.Id).ToListAsync();
                var audience = await Audience.Of(work.Db, member.SpaceId, seen);
                if (seen.Count < wanted.Praised.Distinct().Count() || !seen.All(audience.Sees))
                    throw new Refusal("Praise names people who can read it here. Take out who cannot, or choose another space.");
                var (praise, praised) = member.Thank(id, title, body, seen, key, work.Now);
                work.Db.Praises.AddRange(praised);
                Record(Verb.Praised);
                foreach (var named in praised)
                    work.Record(Verb.Mentioned, member.SpaceId, ThingKind.Post, id, id, named.PersonId);
                return praise;
            default:
                var post = member.Publish(id, kind, title, body, key, work.Now);
                Record(
                    kind switch
                    {
                        PostKind.Question => Verb.Asked,
                        PostKind.Announcement => Verb.Announced,
                        _ => Verb.Posted,
                    }
                );
                return post;
        }

        void Record(Verb verb) => work.Record(verb, member.SpaceId, ThingKind.Post, id, id, member.PersonId);
    }

    private static async Task Name(Work work, Post post, WrittenText text)
    {
        await work.Topics(post.SpaceId, post.Id, text.Topics, fresh: true);
        await work.Mention(post.SpaceId, post.Id, post.Id, ThingKind.Post, text.People);
        await work.Show(post.SpaceId, text.Body);
        await work.Link(text.Body);
    }
}

/// <summary>A post as it comes from the composer.</summary>
public sealed record NewPost(Guid SpaceId, PostKind Kind, string? Title, string Markdown, string ClientKey)
{
    public IReadOnlyList<string> Options { get; init; } = [];
    public DateTimeOffset? PollEnds { get; init; }
    public IReadOnlyList<Guid> Praised { get; init; } = [];
}
