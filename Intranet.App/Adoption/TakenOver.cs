using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>A community whose content was taken over without being this organisation's history: a source of its own, in no counter of what happens here.</summary>
/// <remarks>It is asked for by the operator alone and does not grow, so it is counted from the ledger each time.</remarks>
internal sealed class TakenOver
{
    private readonly List<Deed> _deeds;

    private TakenOver(string name, List<Eligible> people, List<Deed> deeds) => (Name, People, _deeds) = (name, people, deeds);

    public string Name { get; }

    /// <summary>Everybody the source names, for the whole of its span, without teams.</summary>
    public List<Eligible> People { get; }

    public HashSet<int> Days => [.. _deeds.Select(d => d.Day)];

    public (DateOnly First, DateOnly Last) Span =>
        (DateOnly.FromDayNumber(_deeds.Min(d => d.Day)), DateOnly.FromDayNumber(_deeds.Max(d => d.Day)));

    public Doings Doings(IReadOnlyList<Period> periods) => Of(_deeds, periods);

    public Dictionary<Guid, Doings> BySpace(IReadOnlyList<Period> periods) =>
        _deeds.GroupBy(d => d.Space).ToDictionary(g => g.Key, g => Of(g, periods));

    public static Task<List<string>> Names(IntranetDb db) =>
        Spaces(db)
            .Where(s => db.Activities.Any(a => a.SourceId == Source.TakenOver && a.SpaceId == s.Id))
            .Select(s => s.Source!)
            .Distinct()
            .OrderBy(name => name)
            .ToListAsync();

    /// <summary>Null where no community of that name was taken over, or only as the organisation's own history.</summary>
    public static async Task<TakenOver?> Of(IntranetDb db, Calendar calendar, string name)
    {
        var spaces = Spaces(db).Where(s => s.Source == name);
        var acts = await db
            .Activities.AsNoTracking()
            .Where(a => a.SourceId == Source.TakenOver && spaces.Any(s => s.Id == a.SpaceId))
            .ToListAsync();
        if (acts.Count == 0)
            return null;
        var people = await Members(db, name);
        var known = people.Select(p => p.Id).ToHashSet();
        // Who wrote may be a guest's claim by now: guests count in no figure.
        List<Deed> deeds =
        [
            .. (await db.Resolve(acts))
                .Where(a => a.Verb.IsContribution && a.ActorId is { } person && known.Contains(person))
                .Select(a => new Deed(calendar.Day(a.At), a.ActorId!.Value, a.SpaceId!.Value)),
        ];
        return deeds.Count == 0 ? null : new(name, people, deeds);
    }

    private static async Task<List<Eligible>> Members(IntranetDb db, string name)
    {
        var prefix = Person.ExternalIdOf(name, "");
        var people = await db
            .People.IgnoreQueryFilters([Sight.Name])
            .AsNoTracking()
            .Where(p => p.Kind == PersonKind.Employee && p.ExternalId != null && p.ExternalId.Contains(prefix))
            .ToListAsync();
        return
        [
            .. people
                .Where(p => p.ExternalIds.Any(id => id.StartsWith(prefix, StringComparison.Ordinal)))
                .Select(p => new Eligible(p.Id, Guid.Empty, null, null)),
        ];
    }

    // Counted over all spaces, whoever may see them; only open ones are told by name.
    private static IQueryable<Domain.Spaces.Space> Spaces(IntranetDb db) =>
        db.Spaces.IgnoreQueryFilters([Sight.Name]).Where(s => s.Source != null);

    private static Doings Of(IEnumerable<Deed> deeds, IReadOnlyList<Period> periods)
    {
        var (first, last) = (periods[0].First.DayNumber, periods[^1].Last.DayNumber);
        return Adoption.Doings.Of(periods, deeds.Where(d => d.Day >= first && d.Day <= last).Select(d => (d.Day, d.Person)));
    }

    private readonly record struct Deed(int Day, Guid Person, Guid Space);
}
