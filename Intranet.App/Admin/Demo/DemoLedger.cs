using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;

namespace Intranet.App.Admin.Demo;

/// <summary>The ledger of the demo's six months, as the product would have written it down act by act.</summary>
internal sealed class DemoLedger(DemoScript script, DemoPeople people, DemoContent content, DemoDocuments documents, DemoIds ids)
{
    private readonly List<Act> _acts = [];

    /// <summary>All acts in the order they happened.</summary>
    public List<Act> Write()
    {
        foreach (var space in script.Spaces)
            Add(space.At, space.Owner, Verb.SpaceCreated, Channel.Web, space.Key, ThingKind.Space, ids.Space(space.Key));
        foreach (var member in script.Members)
            if (Entered(member) is { } verb)
                Add(member.At, member.Person, verb, member.Channel, member.Space, ThingKind.Person, people.People[member.Person].Id);
        foreach (var post in script.Posts)
            Said(post);
        foreach (var comment in script.Comments)
            Answered(comment);
        foreach (var reaction in script.Reactions)
            Reacted(reaction);
        foreach (var vote in script.Votes)
            On(script.Posts[vote.Post - 1], vote.At, vote.Person, Verb.Voted, vote.Channel);
        foreach (var open in script.Opens)
            On(
                script.Posts[open.Post - 1],
                open.At,
                open.Person,
                open.Channel == Channel.Email ? Verb.ClickedMailLink : Verb.Opened,
                open.Channel
            );
        foreach (var (at, person, verb, space, node) in documents.Acts)
            Add(at, person, verb, Channel.Web, space, node.IsFolder ? ThingKind.Folder : ThingKind.File, node.Id, owner: node.MadeById);
        Named();
        return [.. _acts.OrderBy(act => act.At)];
    }

    private static Verb? Entered(DemoMember member) =>
        member.Entry switch
        {
            DemoEntry.Joined => Verb.Joined,
            DemoEntry.Requested => Verb.RequestedToJoin,
            _ => null,
        };

    private void Said(DemoPost post)
    {
        var verb = post.Kind switch
        {
            PostKind.Question => Verb.Asked,
            PostKind.Announcement => Verb.Announced,
            PostKind.Praise => Verb.Praised,
            PostKind.Poll => Verb.Polled,
            _ => Verb.Posted,
        };
        On(post, post.At, post.Author, verb, post.Channel);
        if (post is { AcceptedComment: { } accepted, AcceptedAt: { } at })
        {
            var answer = script.Comments[accepted - 1];
            OnComment(answer, at, post.Author, Verb.AcceptedAnswer, post.Channel);
        }
    }

    private void Answered(DemoComment comment)
    {
        var post = script.Posts[comment.Post - 1];
        var owner = comment.Parent is { } parent ? script.Comments[parent - 1].Author : post.Author;
        var verb =
            post.Kind == PostKind.Question && comment.Parent is null && comment.Author != post.Author ? Verb.Answered : Verb.Commented;
        OnComment(comment, comment.At, comment.Author, verb, comment.Channel, owner);
    }

    private void Reacted(DemoReaction reaction)
    {
        if (reaction.Comment is { } comment)
            OnComment(script.Comments[comment - 1], reaction.At, reaction.Person, Verb.Reacted, reaction.Channel);
        else
            On(script.Posts[reaction.Post - 1], reaction.At, reaction.Person, Verb.Reacted, reaction.Channel);
    }

    /// <summary>Whoever is named or praised hears of it with the text that names them.</summary>
    private void Named()
    {
        var posts = script.Posts.ToDictionary(post => ids.Post(post.Id));
        var comments = script.Comments.ToDictionary(comment => ids.Comment(comment.Id));
        var named = content.Mentions.Select(m => (m.ThingId, m.PostId, m.PersonId));
        var praised = content.Praises.Select(p => (ThingId: p.PostId, p.PostId, p.PersonId));
        foreach (var (thing, postId, person) in named.Concat(praised).Distinct())
        {
            var post = posts[postId];
            var (at, by, channel) = comments.TryGetValue(thing, out var comment)
                ? (comment.At, comment.Author, comment.Channel)
                : (post.At, post.Author, post.Channel);
            Add(at, by, Verb.Mentioned, channel, post.Space, comment is null ? ThingKind.Post : ThingKind.Comment, thing, postId, person);
        }
    }

    private void On(DemoPost post, DateTimeOffset at, string person, Verb verb, Channel channel) =>
        Add(at, person, verb, channel, post.Space, ThingKind.Post, ids.Post(post.Id), ids.Post(post.Id), people.People[post.Author].Id);

    private void OnComment(DemoComment comment, DateTimeOffset at, string person, Verb verb, Channel channel, string? owner = null) =>
        Add(
            at,
            person,
            verb,
            channel,
            script.Posts[comment.Post - 1].Space,
            ThingKind.Comment,
            ids.Comment(comment.Id),
            ids.Post(comment.Post),
            people.People[owner ?? comment.Author].Id
        );

    private void Add(
        DateTimeOffset at,
        string person,
        Verb verb,
        Channel channel,
        string space,
        ThingKind kind,
        Guid thing,
        Guid? post = null,
        Guid? owner = null
    )
    {
        var actor = people.People[person];
        _acts.Add(
            new Act(at, actor.Id, verb, channel)
            {
                SpaceId = ids.Space(space),
                ThingKind = kind,
                ThingId = thing,
                PostId = post,
                OwnerId = owner,
                TeamId = actor.TeamId,
                Counts = actor.Kind == PersonKind.Employee,
            }
        );
    }
}
