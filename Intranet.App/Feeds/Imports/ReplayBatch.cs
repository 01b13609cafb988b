using Intranet.App.Data;
using Intranet.App.Shared.Imports;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds.Imports;

/// <summary>Some lines of a community on their way into one transaction: things and ledger rows together, so that a break loses neither.</summary>
internal sealed class ReplayBatch(ReplayKnown known, ReplayTally tally, bool asHistory, Findings findings)
{
    private readonly List<Person> _people = [];
    private readonly List<Space> _spaces = [];
    private readonly List<object?[]> _seats = [];
    private readonly List<Post> _posts = [];
    private readonly List<PostTopic> _topics = [];
    private readonly List<Comment> _comments = [];
    private readonly List<Reaction> _reactions = [];
    private readonly List<Act> _acts = [];

    public void Join(ReplayLine line)
    {
        if (!known.People.ContainsKey(line.Id))
            StandIn(line.Id, line.Name, line.At);
        else if (known.Announced.Remove(line.Id))
            tally.Known++;
    }

    public void Post(ReplayLine line, ReplayBody body)
    {
        if (AuthorOf(line) is not { } author)
            return;
        var (id, space) = (known.Id("post", line.Id), SpaceOf(line));
        var title = line.Title?.Trim() is { Length: > Domain.Feeds.Post.TitleLimit } whole
            ? whole[..(Domain.Feeds.Post.TitleLimit - 1)] + "…"
            : line.Title;
        _posts.Add(
            Domain.Feeds.Post.TakenOver(id, space, author.Id, PostKind.Update, title, body.Body, line.At, new Origin(known.Source, line.Id))
        );
        _topics.AddRange(body.Topics.Select(topic => new PostTopic(id, space, topic)));
        var post = known.Things[id] = new Thing(id, id, space, author.Id, null);
        Seat(space, author, line.At);
        Record(line, Verb.Posted, author, ThingKind.Post, post, author.Id);
        tally.Posts++;
    }

    public void Comment(ReplayLine line, ReplayBody body, Thing parent)
    {
        if (AuthorOf(line) is not { } author)
            return;
        var id = known.Id("comment", line.Id);
        _comments.Add(
            Domain.Feeds.Comment.TakenOver(id, parent.PostId, parent.SpaceId, parent.Parent, author.Id, body.Body, line.At, line.Id)
        );
        var comment = known.Things[id] = new Thing(id, parent.PostId, parent.SpaceId, author.Id, parent.Parent);
        Seat(parent.SpaceId, author, line.At);
        Record(line, Verb.Commented, author, ThingKind.Comment, comment, parent.AuthorId);
        tally.Comments++;
    }

    /// <summary>Who reacted is not told by the source, so the reaction is nobody's and counts for nobody.</summary>
    public void React(ReplayLine line, Guid id, ReactionKind kind, Thing to)
    {
        known.Reactions.Add(id);
        _reactions.Add(new Reaction(id, to.Id, to.PostId, to.SpaceId, null, kind, line.At));
        tally.Reactions++;
    }

    public async Task Save(IntranetDb db)
    {
        await db.InsertAll(_people, keepKnown: true);
        await db.InsertAll(_spaces, keepKnown: true);
        await db.Insert("Memberships", ["SpaceId", "PersonId", "Role", "JoinedAt", "Muted"], "ON CONFLICT DO NOTHING", _seats);
        await db.InsertAll(_posts, keepKnown: true);
        await db.InsertAll(_topics, keepKnown: true);
        await db.InsertAll(_comments, keepKnown: true);
        await db.InsertAll(_reactions, keepKnown: true);
        await db.LockLedger();
        await db.InsertAll(_acts, keepKnown: true);
        // Counted over all answers, whoever may see them.
        var answers = db.Comments.IgnoreQueryFilters([Sight.Name]);
        foreach (var some in _comments.Select(c => c.PostId).Distinct().Chunk(500))
            await db
                .Posts.IgnoreQueryFilters([Sight.Name])
                .Where(p => some.Contains(p.Id))
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(p => p.CommentCount, p => answers.Count(c => c.PostId == p.Id && c.RemovedAt == null))
                );
    }

    private Author? AuthorOf(ReplayLine line)
    {
        if (known.People.TryGetValue(line.User ?? ReplayKnown.Deleted, out var author))
            return author;
        if (line.User is { } id && known.Announced.Remove(id, out var joins))
            return StandIn(id, joins.Name, joins.At);
        if (line.User is null)
            return StandIn(ReplayKnown.Deleted, "Deleted account", line.At);
        findings.Add(line.Line, "unknown user", $"No user \"{line.User}\" was named before.");
        return null;
    }

    private Author StandIn(string id, string name, DateTimeOffset at)
    {
        known.Announced.Remove(id);
        name = name.Trim() is { Length: > 0 } given ? given : id;
        var person = Person.StandIn(
            known.Id("user", id),
            name.Length <= Person.NameLimit ? name : name[..Person.NameLimit],
            $"{known.Id("user", id):N}@placeholder.invalid"
        );
        person.ExternalId = known.External(id);
        // Only the organisation's own history has people who could have taken part then.
        person.Since = asHistory && id != ReplayKnown.Deleted ? at : null;
        _people.Add(person);
        tally.People++;
        return known.People[id] = new Author(person.Id, null, Counts: true, StandIn: true);
    }

    private Guid SpaceOf(ReplayLine line)
    {
        var id = known.Id("group", line.Group);
        if (!known.Spaces.Add(id))
            return id;
        var name = line.Group.Length <= Space.NameLimit ? line.Group : line.Group[..(Space.NameLimit - 1)] + "…";
        var space = new Space(id, name, SpacePurpose.Community, Openness.Open, line.At) { Source = known.Source };
        _spaces.Add(space);
        tally.Spaces++;
        return id;
    }

    /// <summary>Whoever wrote in a group belongs to it; who claimed the authorship since decides that alone.</summary>
    private void Seat(Guid space, Author author, DateTimeOffset at)
    {
        if (author.StandIn && known.Seats.Add((space, author.Id)))
            _seats.Add([space, author.Id, (int)SpaceRole.Member, at, false]);
    }

    private void Record(ReplayLine line, Verb verb, Author author, ThingKind kind, Thing thing, Guid owner) =>
        _acts.Add(
            new Act(line.At, author.Id, verb, Channel.Import)
            {
                SpaceId = thing.SpaceId,
                ThingKind = kind,
                ThingId = thing.Id,
                PostId = thing.PostId,
                OwnerId = owner,
                TeamId = author.TeamId,
                SourceId = asHistory ? Domain.Adoption.Source.Here : Domain.Adoption.Source.TakenOver,
                Counts = asHistory && author.Counts,
                ExternalKey = ReplayKnown.Key(thing.Id),
            }
        );
}
