using Intranet.Domain.People;
using Intranet.Domain.Spaces;

namespace Intranet.App.Admin.Demo;

/// <summary>Teams, people, spaces and seats of the script as the product keeps them.</summary>
internal sealed class DemoPeople
{
    public DemoPeople(DemoScript script, DemoIds ids)
    {
        Teams = script.Teams.ToDictionary(
            t => t.Key,
            t => new Team(ids.Team(t.Key), t.Name, t.Parent is null ? null : ids.Team(t.Parent), ids.Person(t.Manager))
        );
        People = script.People.ToDictionary(p => p.Key, p => Person(p, ids));
        Spaces = script.Spaces.ToDictionary(s => s.Key, s => Space(s, ids));
        Seats = script.Members.ToDictionary(m => (m.Space, m.Person), Seat);
        Read(script);
        Requests = [.. script.Members.Where(m => m.Entry == DemoEntry.Requested).Select(m => Request(script, m, ids))];
    }

    public IReadOnlyDictionary<string, Team> Teams { get; }
    public IReadOnlyDictionary<string, Person> People { get; }
    public IReadOnlyDictionary<string, Space> Spaces { get; }
    public IReadOnlyDictionary<(string Space, string Person), Membership> Seats { get; }
    public IReadOnlyList<AccessRequest> Requests { get; }

    /// <summary>Whether the person may read the space: only those hear of a mention.</summary>
    public bool MayRead(string space, string person) =>
        Seats.ContainsKey((space, person)) || (Spaces[space].Openness == Openness.Open && People[person].Kind == PersonKind.Employee);

    private static Person Person(DemoPerson told, DemoIds ids)
    {
        var person = new Person(ids.Person(told.Key), told.Name, told.Email, told.Kind)
        {
            TeamId = told.Team is null ? null : ids.Team(told.Team),
            ManagerId = told.Manager is null ? null : ids.Person(told.Manager),
            Title = told.Title,
            Location = told.Location,
            TimeZone = told.TimeZone,
            Language = told.Language,
            Pronouns = told.Pronouns,
            Since = told.At,
        };
        person.TakeOn(told.Duties);
        if (told.LeftAt is { } left)
            person.Deactivate(left);
        return person;
    }

    private static Space Space(DemoSpace told, DemoIds ids)
    {
        var space = new Space(ids.Space(told.Key), told.Name, told.Purpose, told.Openness, told.At);
        space.Describe(told.About);
        return space;
    }

    private Membership Seat(DemoMember told)
    {
        var seat = new Membership(Spaces[told.Space], People[told.Person], told.Role, told.At);
        seat.StayUntil(told.EndsAt);
        if (told.SecondApprover is { } second)
            seat.SecondApproverId = People[second].Id;
        return seat;
    }

    private AccessRequest Request(DemoScript script, DemoMember member, DemoIds ids)
    {
        var space = script.Spaces.Single(s => s.Key == member.Space);
        var request = new AccessRequest(
            Shared.Imports.NamedId.Of($"request/{ids.Space(member.Space)}/{member.Person}"),
            ids.Space(member.Space),
            People[member.Person].Id,
            null,
            member.At
        );
        request.Decide(true, People[space.Owner].Id, null, member.At);
        return request;
    }

    /// <summary>Whoever opened a post had everything before it on the screen; what came later waits unread.</summary>
    private void Read(DemoScript script)
    {
        foreach (var open in script.Opens)
            Mark(script.Posts[open.Post - 1], open.Person);
        foreach (var post in script.Posts)
            Mark(post, post.Author);

        void Mark(DemoPost post, string person)
        {
            if (Seats.TryGetValue((post.Space, person), out var seat))
                seat.ReadTo(post.At);
        }
    }
}
