using Intranet.App.Feeds;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

/// <summary>Four people who act at random in two rooms. What they may not do is refused and happens on no screen.</summary>
internal sealed class FeedWalk
{
    private readonly Cast _cast;
    private readonly List<(Person By, Guid Post)> _removed = [];
    private readonly List<(Person By, Guid Comment)> _removedAnswers = [];

    private FeedWalk(Cast cast, Person owner, Person ann, Person ben, Person otto, Space room, Space hall)
    {
        (_cast, Owner, Ann, Ben, Otto, Room, Hall) = (cast, owner, ann, ben, otto, room, hall);
    }

    public Person Owner { get; }
    public Person Ann { get; }
    public Person Ben { get; }

    /// <summary>Is in neither room, and reads in the open one.</summary>
    public Person Otto { get; }
    public Space Room { get; }
    public Space Hall { get; }

    public static async Task<FeedWalk> Start(Cast cast, int older)
    {
        var office = cast.Office;
        var owner = await office.Employee("Olga Owner");
        var ann = await office.Employee("Ann Lee");
        var ben = await office.Employee("Ben Okoro");
        var otto = await office.Employee("Otto Outsider");
        var room = await office.Room("Turbine", Openness.Closed, owner, ann, ben);
        var hall = await office.Room("Hall", Openness.Open, owner, ann);
        await office.Store.Write(
            default,
            work =>
            {
                for (var i = 0; i < older; i++)
                    work.Db.Posts.Add(
                        Post.TakenOver(
                            Guid.CreateVersion7(work.Now),
                            (i % 4 == 0 ? hall : room).Id,
                            (i % 3 == 0 ? owner : ann).Id,
                            PostKind.Update,
                            null,
                            new Body($"Before {i}", $"<p>Before {i}</p>", "Before", 1),
                            work.Now.AddSeconds(-i / 2)
                        )
                    );
                return Task.FromResult(0);
            }
        );
        return new FeedWalk(cast, owner, ann, ben, otto, room, hall);
    }

    public async Task<Guid> Ask()
    {
        _cast.Office.Clock.Advance(TimeSpan.FromSeconds(1));
        return await _cast.Posts.Publish(Owner.Eyes(), Room.Id, PostKind.Question, "First", "The first", _cast.Key());
    }

    /// <summary>Carries out one act of one person; <paramref name="which"/> chooses what it is done to, and how.</summary>
    public async Task Act(int act, int who, int which)
    {
        var person = new[] { Owner, Ann, Ben, Otto }[who];
        // Things done at the very same moment must stand in one order everywhere too.
        if (which % 4 > 0)
            _cast.Office.Clock.Advance(TimeSpan.FromSeconds(1));
        try
        {
            await (act < 16 ? Feed(person, act, which) : Govern(person, act, which));
        }
        catch (Refusal)
        {
            // Random people try what they may not.
        }
    }

    private async Task Feed(Person person, int act, int which)
    {
        var eyes = person.Eyes();
        if (act < 4)
        {
            await _cast.Posts.Publish(eyes, Something(act, which));
            return;
        }
        FeedScope scope = person == Otto ? new FeedScope.Space(Hall.Id) : new FeedScope.Home();
        var posts = (await _cast.Pages.Read(eyes, scope, most: 60)).Items;
        if (posts.Count == 0)
            return;
        // Mostly the newest, sometimes something far down.
        var post = posts[(which % 5 == 0 ? which : which % 6) % posts.Count].Card;
        var answers = (await _cast.Pages.Answers(eyes, post.Id)).Comments.Where(c => !c.Card.Removed).ToList();
        var answer = answers.Count == 0 ? (Guid?)null : answers[which % answers.Count].Id;
        await (
            act switch
            {
                4 or 5 => _cast.Comments.Answer(eyes, post.Id, which % 2 == 0 ? answer : null, $"Answer {which}", _cast.Key()),
                6 => _cast.Reactions.React(eyes, post.Id, which % 2 == 0 ? answer : null, (ReactionKind)(which % 5), which % 3 > 0),
                7 => _cast.Corrections.Edit(eyes, post.Id, which % 3 == 0 ? null : $"Title {which}", $"Edited {which}"),
                8 => answer is { } id ? _cast.Corrections.EditComment(eyes, id, $"Edited {which}") : Task.CompletedTask,
                9 => Remove(person, post.Id),
                10 => answer is { } id ? RemoveAnswer(person, id) : Task.CompletedTask,
                11 => _cast.Corrections.Pin(eyes, post.Id, which % 3 > 0),
                12 => _cast.Comments.Accept(eyes, post.Id, which % 4 == 0 ? null : answer),
                13 => which % 2 == 0
                    ? _cast.Office.Get<Keepsakes>().Save(eyes, post.Id, which % 3 > 0)
                    : _cast.Office.Get<Keepsakes>().Follow(eyes, post.Id, which % 3 == 0 ? null : which % 3 == 1),
                14 => post.Poll is { } poll
                    ? _cast.Reactions.Vote(eyes, post.Id, poll.Choices[which % poll.Choices.Count].Id)
                    : Task.CompletedTask,
                _ => _cast.Posts.Share(eyes, post.Id, which % 2 == 0 ? Hall.Id : Room.Id, "Look", _cast.Key()),
            }
        );
    }

    private Task Govern(Person person, int act, int which)
    {
        var eyes = person.Eyes();
        var (rosters, premises) = (_cast.Office.Get<Rosters>(), _cast.Office.Get<Premises>());
        var member = which % 2 == 0 ? Ann : Ben;
        return act switch
        {
            16 => Restore(person, which),
            17 => RestoreAnswer(person, which),
            18 => Look(person, which),
            19 => rosters.Remove(eyes, Room.Id, member.Id),
            20 or 21 => rosters.PutBack(eyes, Room.Id, member.Id, SpaceRole.Member),
            22 => premises.Describe(eyes, which % 2 == 0 ? Hall.Id : Room.Id, $"Room {which}", null),
            23 => premises.ChangeOpenness(eyes, Hall.Id, which % 3 == 0 ? Openness.Closed : Openness.Open),
            24 => premises.Archive(eyes, Hall.Id),
            _ => premises.Reopen(eyes, Hall.Id),
        };
    }

    private NewPost Something(int act, int which)
    {
        var space = act == 3 ? Hall.Id : Room.Id;
        return (which % 8) switch
        {
            0 => new NewPost(space, PostKind.Announcement, "Hear", $"Announced {which}", _cast.Key()),
            1 => new NewPost(space, PostKind.Question, null, $"Asked {which}", _cast.Key()),
            2 => new NewPost(space, PostKind.Praise, null, $"Thanks {which}", _cast.Key()) { Praised = [Owner.Id] },
            3 => new NewPost(space, PostKind.Poll, "When", $"Which day {which}", _cast.Key()) { Options = ["Monday", "Tuesday"] },
            _ => new NewPost(space, PostKind.Update, null, $"Said {which}", _cast.Key()),
        };
    }

    private async Task Remove(Person person, Guid post)
    {
        await _cast.Corrections.Remove(person.Eyes(), post);
        _removed.Add((person, post));
    }

    private async Task RemoveAnswer(Person person, Guid answer)
    {
        await _cast.Corrections.RemoveComment(person.Eyes(), answer);
        _removedAnswers.Add((person, answer));
    }

    private async Task Restore(Person person, int which)
    {
        var mine = _removed.Where(r => r.By == person).ToList();
        if (mine.Count == 0)
            return;
        await _cast.Corrections.Restore(person.Eyes(), mine[which % mine.Count].Post);
        _removed.Remove(mine[which % mine.Count]);
    }

    private async Task RestoreAnswer(Person person, int which)
    {
        var mine = _removedAnswers.Where(r => r.By == person).ToList();
        if (mine.Count == 0)
            return;
        await _cast.Corrections.RestoreComment(person.Eyes(), mine[which % mine.Count].Comment);
        _removedAnswers.Remove(mine[which % mine.Count]);
    }

    /// <summary>Nobody looks at an announcement for long: it stays on top of an open screen until that is opened anew, which would rightly differ.</summary>
    private async Task Look(Person person, int which)
    {
        var posts = (await _cast.Pages.Read(person.Eyes(), new FeedScope.Space(which % 2 == 0 ? Hall.Id : Room.Id))).Items;
        var marks = _cast.Office.Get<SeenMarks>();
        marks.Mark(person.Eyes(), posts.Where(p => p.Card.Kind != PostKind.Announcement).Take(1 + (which % 3)).Select(p => p.Id));
        await marks.Flush();
    }
}
