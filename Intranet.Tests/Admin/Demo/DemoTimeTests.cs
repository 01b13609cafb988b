using Intranet.App.Admin.Demo;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;

namespace Intranet.Tests.Admin.Demo;

/// <summary>Nobody in the demo company acts before being there, and nothing answers what is not yet said.</summary>
public sealed class DemoTimeTests
{
    public static TheoryData<int, string> Companies =>
        new()
        {
            { 7, "2026-11-23T13:05:00Z" },
            { 3, "2027-01-03T03:10:00Z" },
            { 11, "2026-08-31T22:59:00Z" },
            { 5, "2027-04-01T09:00:00Z" },
        };

    [Theory]
    [MemberData(nameof(Companies))]
    public void Nobody_acts_in_a_space_before_entering_it(int seed, string now)
    {
        var script = Write(seed, now);
        var entered = script.Members.ToDictionary(member => (member.Space, member.Person), member => member.At);
        Assert.All(
            Acts(script),
            act => Assert.True(entered[(act.Space, act.Person)] < act.At, $"{act.Person} in {act.Space} at {act.At:u}")
        );
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void Nobody_acts_before_the_first_or_after_the_last_day(int seed, string now)
    {
        var script = Write(seed, now);
        var people = script.People.ToDictionary(person => person.Key);
        var spaces = script.Spaces.ToDictionary(space => space.Key, space => space.At);
        Assert.All(
            Acts(script),
            act => Assert.True(people[act.Person].At <= act.At && act.At < (people[act.Person].LeftAt ?? script.To), act.ToString())
        );
        Assert.All(
            script.Members,
            member => Assert.True(people[member.Person].At <= member.At && spaces[member.Space] <= member.At, member.ToString())
        );
        Assert.All(script.Members, member => Assert.True(member.At >= script.From && member.At <= script.To, member.ToString()));
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void What_answers_comes_after_what_it_answers(int seed, string now)
    {
        var script = Write(seed, now);
        var posts = script.Posts.ToDictionary(post => post.Id);
        var comments = script.Comments.ToDictionary(comment => comment.Id);
        Assert.All(script.Comments, comment => Assert.True(comment.At > posts[comment.Post].At));
        foreach (var comment in script.Comments.Where(comment => comment.Parent is not null))
        {
            var above = comments[comment.Parent!.Value];
            Assert.True(above.Post == comment.Post && above.Parent is null && above.At < comment.At);
        }
        Assert.All(script.Opens, open => Assert.True(open.At > posts[open.Post].At));
        Assert.All(
            script.Reactions,
            reaction => Assert.True(reaction.At > (reaction.Comment is { } id ? comments[id].At : posts[reaction.Post].At))
        );
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void An_accepted_answer_belongs_to_its_question(int seed, string now)
    {
        var script = Write(seed, now);
        var accepted = script.Posts.Where(post => post.AcceptedComment is not null).ToList();
        Assert.True(accepted.Count > 80);
        foreach (var question in accepted)
        {
            var answer = script.Comments.Single(comment => comment.Id == question.AcceptedComment);
            Assert.True(
                question.Kind == PostKind.Question && answer.Post == question.Id && question.AcceptedAt > answer.At,
                question.Title
            );
        }
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void Once_per_person_and_post_is_once(int seed, string now)
    {
        var script = Write(seed, now);
        Assert.Equal(script.Opens.Count, script.Opens.DistinctBy(open => (open.Post, open.Person)).Count());
        Assert.Equal(script.Votes.Count, script.Votes.DistinctBy(vote => (vote.Post, vote.Person)).Count());
        Assert.Equal(
            script.Reactions.Count,
            script.Reactions.DistinctBy(reaction => (reaction.Post, reaction.Comment, reaction.Person)).Count()
        );
        Assert.Equal(script.Members.Count, script.Members.DistinctBy(member => (member.Space, member.Person)).Count());
        Assert.All(script.Votes, vote => Assert.InRange(vote.Option, 0, script.Posts[vote.Post - 1].Options.Count - 1));
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void Ids_run_in_the_order_of_time_and_the_last_post_is_minutes_old(int seed, string now)
    {
        var script = Write(seed, now);
        Assert.Equal(Enumerable.Range(1, script.Posts.Count), script.Posts.OrderBy(post => post.At).Select(post => post.Id));
        Assert.Equal(
            Enumerable.Range(1, script.Comments.Count),
            script.Comments.OrderBy(comment => comment.At).Select(comment => comment.Id)
        );
        Assert.True(script.To - script.Posts[^1].At < TimeSpan.FromMinutes(15));
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void Guests_are_in_the_client_room_only_with_a_second_approver_and_an_end(int seed, string now)
    {
        var script = Write(seed, now);
        var guests = script.People.Where(person => person.Kind == PersonKind.Guest).Select(person => person.Key).ToHashSet();
        var admitted = script.Members.Where(member => guests.Contains(member.Person)).ToList();
        Assert.Equal(3, admitted.Count);
        Assert.All(
            admitted,
            member => Assert.True(member is { Space: "marienholm", Role: SpaceRole.Guest, SecondApprover: not null, InvitedBy: not null })
        );
        Assert.All(admitted, member => Assert.True(member.EndsAt > script.To && member.SecondApprover != member.InvitedBy));
        Assert.All(Acts(script).Where(act => guests.Contains(act.Person)), act => Assert.Equal("marienholm", act.Space));
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void Announcements_come_from_those_in_charge_and_mentions_reach_only_who_may_read(int seed, string now)
    {
        var script = Write(seed, now);
        var roles = script.Members.ToDictionary(member => (member.Space, member.Person), member => member.Role);
        Assert.All(
            script.Posts.Where(post => post.Kind == PostKind.Announcement),
            post => Assert.True(roles[(post.Space, post.Author)] is SpaceRole.Owner or SpaceRole.Moderator, post.Title)
        );
        var open = script.Spaces.Where(space => space.Openness == Openness.Open).Select(space => space.Key).ToHashSet();
        Assert.All(
            script.Posts.Where(post => !open.Contains(post.Space)),
            post => Assert.All(post.Mentions, person => Assert.True(roles.ContainsKey((post.Space, person)), $"{person}: {post.Title}"))
        );
    }

    internal static DemoScript Write(int seed, string now) =>
        DemoCompany.Write(seed, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<(string Space, string Person, DateTimeOffset At)> Acts(DemoScript script)
    {
        var space = script.Posts.ToDictionary(post => post.Id, post => post.Space);
        return script
            .Posts.Select(post => (post.Space, post.Author, post.At))
            .Concat(script.Comments.Select(comment => (space[comment.Post], comment.Author, comment.At)))
            .Concat(script.Reactions.Select(reaction => (space[reaction.Post], reaction.Person, reaction.At)))
            .Concat(script.Opens.Select(open => (space[open.Post], open.Person, open.At)))
            .Concat(script.Votes.Select(vote => (space[vote.Post], vote.Person, vote.At)))
            .Concat(script.Documents.SelectMany(d => d.Versions.Select(version => (d.Space, version.Author, version.At))))
            .Concat(script.Documents.Where(d => d.Held is not null).Select(d => (d.Space, d.Held!.Person, d.Held.At)));
    }
}
