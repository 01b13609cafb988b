using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Spaces;

/// <summary>Spaces whose owners have all gone. An admin puts a member in charge without seeing inside; the members are told.</summary>
public sealed class Vacancies(Store store)
{
    public const int MostShown = 50;
    private const int MostCandidates = 20;

    /// <summary>What admins see of them: sight leaves the list empty for everybody else, and gives a name only where it stands in lists anyway.</summary>
    public Task<List<VacancyCard>> All(Viewer viewer) =>
        store.Read(
            viewer,
            async db =>
            {
                var cards = new List<VacancyCard>();
                foreach (var space in await db.Vacancies.OrderBy(v => v.CreatedAt).Take(MostShown).ToListAsync())
                    cards.Add(
                        new VacancyCard(
                            space.Id,
                            space.Name,
                            space.Purpose,
                            space.Openness,
                            space.CreatedAt,
                            await Premises.Seated(db, space.Id).CountAsync(),
                            await Candidates(db, space.Id)
                        )
                    );
                return cards;
            }
        );

    public Task Appoint(Viewer viewer, Guid spaceId, Guid personId) =>
        store.Write(
            viewer,
            async work =>
            {
                var admin = await work.Actor();
                var owners = await work.Vacant(spaceId) ? 0 : 1;
                var member =
                    await work.Place(spaceId, personId) is { } place && place.Lasts(work.Now)
                        ? place
                        : throw new Domain.Access.Refusal(Steps.NotHere);
                member.BeAppointed(admin, owners);
                work.Record(Verb.OwnerAppointed, spaceId, ThingKind.Person, personId);
            }
        );

    private static Task<List<Candidate>> Candidates(IntranetDb db, Guid spaceId) =>
        (
            from s in Premises.Seated(db, spaceId)
            join p in db.People on s.PersonId equals p.Id
            where s.Role > SpaceRole.Guest
            orderby s.Role descending, s.JoinedAt
            select new Candidate(p.Id, p.Name, s.Role)
        )
            .Take(MostCandidates)
            .ToListAsync();
}

/// <summary>A space without an owner as an admin sees it.</summary>
public sealed record VacancyCard(
    Guid Id,
    string? Name,
    SpacePurpose Purpose,
    Openness Openness,
    DateTimeOffset CreatedAt,
    int Members,
    IReadOnlyList<Candidate> Candidates
);

/// <summary>A member who could be put in charge, moderators and the longest there first.</summary>
public sealed record Candidate(Guid Id, string Name, SpaceRole Role);
