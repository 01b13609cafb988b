using System.Runtime.InteropServices;
using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>Adds up a batch of acts in memory and saves the sums in a few statements.</summary>
internal sealed class Sums(Calendar calendar, HashSet<Guid> employees, HashSet<Guid> clientRooms)
{
    private static readonly string[] Ladder = ["Acts", "Opened", "Reacted", "Answered", "Authored", "ByMail"];

    private readonly Dictionary<(int Source, int Day, Guid Person, Guid Team), Steps> _personDays = [];
    private readonly Dictionary<(int Source, int Week, Guid Team, Guid Person), Steps> _personWeeks = [];
    private readonly Dictionary<(int Source, int Day, Guid Team, int Verb, int Channel), int> _teamDays = [];
    private readonly Dictionary<(int Source, Guid Space, int Day, int Verb), int> _spaceDays = [];
    private readonly Dictionary<(int Source, Guid Space, int Day, Guid Person), (int Acts, int Contributions)> _spacePeople = [];
    private readonly Dictionary<(int Source, int Week, Guid From, Guid To), int> _ties = [];
    private readonly Dictionary<(int Source, int Day), int> _sourceDays = [];

    public void Count(Act act)
    {
        var day = calendar.Day(act.At);
        Increase(_sourceDays, (act.SourceId, day));
        if (!act.Counts || act.ActorId is not { } person || !act.Verb.IsActive)
            return;
        var team = act.TeamId ?? Guid.Empty;
        CollectionsMarshal.GetValueRefOrAddDefault(_personDays, (act.SourceId, day, person, team), out _).Add(act);
        CollectionsMarshal.GetValueRefOrAddDefault(_personWeeks, (act.SourceId, Calendar.Monday(day), team, person), out _).Add(act);
        Increase(_teamDays, (act.SourceId, day, team, (int)act.Verb, (int)act.Channel));
        if (act.SpaceId is { } space)
        {
            Increase(_spaceDays, (act.SourceId, space, day, (int)act.Verb));
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_spacePeople, (act.SourceId, space, day, person), out _);
            seen = (seen.Acts + 1, seen.Contributions + (act.Verb.IsContribution ? 1 : 0));
        }
        if (
            act.Verb.IsTie
            && act.OwnerId is { } other
            && other != person
            && employees.Contains(other)
            && !(act.SpaceId is { } room && clientRooms.Contains(room))
        )
            Increase(_ties, (act.SourceId, Calendar.Monday(day), person, other));
    }

    public async Task Save(IntranetDb db)
    {
        await db.Add(
            "SourceDays",
            ["SourceId", "Day"],
            ["Acts"],
            _sourceDays.Select(x => new object?[] { x.Key.Source, x.Key.Day, x.Value })
        );
        await db.Add(
            "PersonDays",
            ["SourceId", "Day", "PersonId", "TeamId"],
            Ladder,
            _personDays.Select(x => x.Value.Row(x.Key.Source, x.Key.Day, x.Key.Person, x.Key.Team))
        );
        await db.Add(
            "PersonWeeks",
            ["SourceId", "Week", "TeamId", "PersonId"],
            Ladder,
            _personWeeks.Select(x => x.Value.Row(x.Key.Source, x.Key.Week, x.Key.Team, x.Key.Person))
        );
        await db.Add(
            "TeamDays",
            ["SourceId", "Day", "TeamId", "Verb", "Channel"],
            ["Acts"],
            _teamDays.Select(x => new object?[] { x.Key.Source, x.Key.Day, x.Key.Team, x.Key.Verb, x.Key.Channel, x.Value })
        );
        await db.Add(
            "SpaceDays",
            ["SourceId", "SpaceId", "Day", "Verb"],
            ["Acts"],
            _spaceDays.Select(x => new object?[] { x.Key.Source, x.Key.Space, x.Key.Day, x.Key.Verb, x.Value })
        );
        await db.Add(
            "SpacePersonDays",
            ["SourceId", "SpaceId", "Day", "PersonId"],
            ["Acts", "Contributions"],
            _spacePeople.Select(x =>
                new object?[] { x.Key.Source, x.Key.Space, x.Key.Day, x.Key.Person, x.Value.Acts, x.Value.Contributions }
            )
        );
        await db.Add(
            "TieWeeks",
            ["SourceId", "Week", "FromId", "ToId"],
            ["Acts"],
            _ties.Select(x => new object?[] { x.Key.Source, x.Key.Week, x.Key.From, x.Key.To, x.Value })
        );
    }

    private static void Increase<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;

    /// <summary>A person's counts by rung of the ladder.</summary>
    private struct Steps
    {
        private int _acts,
            _opened,
            _reacted,
            _answered,
            _authored,
            _byMail;

        public void Add(Act act)
        {
            _acts++;
            _opened += act.Verb.IsOpening ? 1 : 0;
            _reacted += act.Verb.IsReaction ? 1 : 0;
            _answered += act.Verb.IsAnswer ? 1 : 0;
            _authored += act.Verb.IsAuthoring ? 1 : 0;
            _byMail += act.Channel == Channel.Email ? 1 : 0;
        }

        public readonly object?[] Row(int source, int period, Guid first, Guid second) =>
            [source, period, first, second, _acts, _opened, _reacted, _answered, _authored, _byMail];
    }
}
