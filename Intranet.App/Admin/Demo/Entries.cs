using Intranet.Domain.Activity;
using Intranet.Domain.Spaces;

namespace Intranet.App.Admin.Demo;

/// <summary>Who belongs to which space, since when and how: by team, by own step, by request or by invitation.</summary>
internal sealed class Entries(Stage stage)
{
    private readonly Dictionary<(string Space, string Person), int?> _planned = Plan(stage);

    /// <summary>In a space that is not open only those foreseen by its texts speak unasked.</summary>
    public bool MayBeIn(CastSpace space, CastPerson person, bool foreseen) =>
        !person.Guest && ((space.Openness == Openness.Open && !foreseen) || _planned.ContainsKey((space.Key, person.Key)));

    public List<DemoMember> Write(IReadOnlyCollection<DraftPost> posts)
    {
        var opened = Cast.Spaces.ToDictionary(space => space.Key, space => Opening(space, posts));
        var firstActs = FirstActs(posts);
        var members = new List<DemoMember>();
        foreach (var space in Cast.Spaces)
        {
            var keys = Cast.People.Select(person => person.Key);
            foreach (var key in keys.Where(key => _planned.ContainsKey((space.Key, key)) || firstActs.ContainsKey((space.Key, key))))
                members.Add(
                    Enter(space, Cast.ByKey[key], opened[space.Key], firstActs.TryGetValue((space.Key, key), out var first) ? first : null)
                );
        }
        return members;
    }

    public DateTimeOffset Opening(CastSpace space, IReadOnlyCollection<DraftPost> posts)
    {
        if (space.FromWeek == 1)
            return stage.From;
        var first = posts.Where(post => post.Space.Key == space.Key).Min(post => post.At);
        return first.AddMinutes(-50);
    }

    private DemoMember Enter(CastSpace space, CastPerson person, DateTimeOffset opened, DateTimeOffset? firstAct)
    {
        var chance = stage.Chance.Fork("enter " + space.Key + person.Key);
        var arrived = Arrival(person);
        var earliest = opened > arrived ? opened : arrived;
        var planned = _planned.GetValueOrDefault((space.Key, person.Key));
        var role =
            person.Guest ? SpaceRole.Guest
            : person.Key == space.Owner ? SpaceRole.Owner
            : space.Moderators.Contains(person.Key) ? SpaceRole.Moderator
            : SpaceRole.Member;
        var added = planned == 0 || role is SpaceRole.Owner or SpaceRole.Moderator;
        var at = added
            ? earliest.AddSeconds(role == SpaceRole.Owner ? 0 : 5 + chance.Below(600))
            : stage.Calendar.NextAtWork(person.Place, earliest.AddDays(7 * (planned ?? 99) * chance.Share()), 8, 17, chance);
        if (firstAct is { } act && at >= act.AddMinutes(-2))
        {
            at = act.AddMinutes(-5 - chance.Below(40));
            at = at < earliest ? earliest.AddSeconds(1) : at;
        }
        var entry =
            added || space.Key == "everyone" ? DemoEntry.Added
            : space.Openness == Openness.Open ? DemoEntry.Joined
            : space.Openness == Openness.Closed ? DemoEntry.Requested
            : DemoEntry.Invited;
        var own = entry is DemoEntry.Joined or DemoEntry.Requested;
        return new DemoMember(
            space.Key,
            person.Key,
            role,
            person.Guest ? DemoEntry.Invited : entry,
            at,
            own && chance.Chance(stage.MailShare(person)) ? Channel.Email : Channel.Web,
            entry == DemoEntry.Invited || person.Guest ? space.Owner : null,
            person.Guest ? space.Moderators[0] : null,
            person.Guest ? stage.Now.AddDays(60 + chance.Below(90)) : null
        );
    }

    /// <summary>The account of a newcomer stands from the first working hour of the week.</summary>
    public DateTimeOffset Arrival(CastPerson person) => person.FromWeek is { } week ? stage.WeekStart(week) : stage.From;

    private static Dictionary<(string, string), DateTimeOffset> FirstActs(IEnumerable<DraftPost> posts) =>
        posts
            .SelectMany(post =>
                post.Comments.Select(comment => (post.Space, comment.Author, comment.At)).Prepend((post.Space, post.Author, post.At))
            )
            .GroupBy(act => (act.Space.Key, act.Author.Key))
            .ToDictionary(acts => acts.Key, acts => acts.Min(act => act.At));

    // The value is the week span in which the person finds the way in; 0 is with the team, from the start.
    private static Dictionary<(string, string), int?> Plan(Stage stage)
    {
        var plan = new Dictionary<(string, string), int?>();
        foreach (var space in Cast.Spaces)
        {
            foreach (var key in space.Moderators.Append(space.Owner))
                plan[(space.Key, key)] = 0;
            foreach (var (who, share) in space.Members.Select(rule => rule.Split(':')).Select(parts => (parts[0], Share(parts))))
            {
                foreach (
                    var person in Cast.People.Where(person => person.Key == who || person.Team == who || (who == "*" && !person.Guest))
                )
                {
                    var chance = stage.Chance.Fork("plan " + space.Key + person.Key);
                    if (chance.Chance(share))
                        plan.TryAdd((space.Key, person.Key), share >= 1 ? 0 : 12);
                }
            }
        }
        return plan;
    }

    private static double Share(string[] parts) =>
        parts.Length > 1 ? double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
}
