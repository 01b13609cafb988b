using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Spaces;

/// <summary>Coming in by oneself and being let in on request; going again.</summary>
public sealed class Admissions(Store store)
{
    public const int MostShown = 100;

    public Task Join(Viewer viewer, Guid spaceId) =>
        store.Write(
            viewer,
            async work =>
            {
                var caller = await work.Caller(spaceId);
                if (Steps.Inside(caller.Standing))
                    return;
                var place = caller.Join(work.Now);
                if (caller.Former is null)
                    work.Db.Memberships.Add(place);
                await Settle(work, spaceId, caller.Person.Id, cameIn: true);
                work.Record(Verb.Joined, spaceId, ThingKind.Person, caller.Person.Id);
            }
        );

    /// <summary>Asks to be let in. For an unlisted space the viewer holds its link.</summary>
    public Task Ask(Viewer viewer, Guid spaceId, string? message) =>
        store.Write(
            viewer,
            async work =>
            {
                var caller = await work.Caller(spaceId);
                if (caller.Standing == Standing.Requester)
                    return;
                var request = caller.Ask(Guid.CreateVersion7(work.Now), message, work.Now);
                if (caller.Request is null)
                    work.Db.AccessRequests.Add(request);
                work.Record(Verb.RequestedToJoin, spaceId, ThingKind.Person, caller.Person.Id);
            }
        );

    public Task WithdrawRequest(Viewer viewer, Guid spaceId) =>
        store.Write(
            viewer,
            async work =>
            {
                var caller = await work.Caller(spaceId);
                caller.Withdraw(work.Now);
                work.Record(Verb.RequestWithdrawn, spaceId, ThingKind.Person, caller.Person.Id);
            }
        );

    public Task Approve(Viewer viewer, Guid spaceId, Guid requestId) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                member.Must(Step.Approve);
                var request = await Request(work, spaceId, requestId);
                var person = await work.Db.People.SingleAsync(p => p.Id == request.PersonId);
                var former = await work.Place(spaceId, person.Id);
                if (former is not null && former.Lasts(work.Now))
                    throw new Refusal($"{person.Name} is a member already.");
                var place = member.Approve(request, person, former, work.Now);
                if (former is null)
                    work.Db.Memberships.Add(place);
                await Settle(work, spaceId, person.Id, cameIn: true);
                work.Record(Verb.Admitted, spaceId, ThingKind.Person, person.Id);
            }
        );

    public Task Decline(Viewer viewer, Guid spaceId, Guid requestId, string? reason) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                member.Must(Step.Decline);
                var request = await Request(work, spaceId, requestId);
                member.Decline(request, reason, work.Now);
                work.Record(Verb.Declined, spaceId, ThingKind.Person, request.PersonId);
            }
        );

    public Task Leave(Viewer viewer, Guid spaceId) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                member.Leave(await work.Owners(spaceId));
                work.Db.Memberships.Remove(member);
                await Settle(work, spaceId, member.PersonId, cameIn: false);
                work.Record(Verb.Left, spaceId, ThingKind.Person, member.PersonId);
            }
        );

    /// <summary>Requests that wait, oldest first. Sight shows them to owners and moderators only.</summary>
    public Task<List<RequestCard>> Waiting(Viewer viewer, Guid spaceId) =>
        store.Read(
            viewer,
            db => Cards(db, spaceId).Where(c => c.DecidedAt == null).OrderBy(c => c.At).ThenBy(c => c.Id).Take(MostShown).ToListAsync()
        );

    /// <summary>The latest requests that were answered.</summary>
    public Task<List<RequestCard>> Answered(Viewer viewer, Guid spaceId, int most = 20) =>
        store.Read(
            viewer,
            db =>
                Cards(db, spaceId)
                    .Where(c => c.DecidedAt != null && c.DecidedById != c.PersonId)
                    .OrderByDescending(c => c.DecidedAt)
                    .Take(most)
                    .ToListAsync()
        );

    /// <summary>With a place taken or given up, whatever else stood open for this person here is closed: an old invitation must not let anybody back in.</summary>
    internal static async Task Settle(Work work, Guid spaceId, Guid personId, bool cameIn)
    {
        // The person's own sight would hide invitations that wait for a second approver.
        var open = work
            .Db.Invitations.IgnoreQueryFilters([Sight.Name])
            .Where(i => i.SpaceId == spaceId && i.PersonId == personId && i.AcceptedAt == null && i.WithdrawnAt == null);
        foreach (var invitation in await open.ToListAsync())
            if (invitation.Pending(work.Now))
                invitation.Lapse(work.Now);
        var request = await work
            .Db.AccessRequests.IgnoreQueryFilters([Sight.Name])
            .SingleOrDefaultAsync(r => r.SpaceId == spaceId && r.PersonId == personId);
        if (cameIn && request is { Open: true })
            request.Decide(admitted: true, work.Viewer.PersonId ?? personId, reason: null, work.Now);
    }

    private static async Task<AccessRequest> Request(Work work, Guid spaceId, Guid requestId) =>
        await work.Db.AccessRequests.SingleOrDefaultAsync(r => r.Id == requestId && r.SpaceId == spaceId)
        ?? throw new Refusal("There is no such request here.");

    private static IQueryable<RequestCard> Cards(IntranetDb db, Guid spaceId) =>
        from r in db.AccessRequests
        join p in db.Bylines on r.PersonId equals p.Id
        where r.SpaceId == spaceId && db.Spaces.Any(s => s.Id == spaceId)
        select new RequestCard
        {
            Id = r.Id,
            PersonId = r.PersonId,
            Name = p.Name,
            AvatarKey = p.AvatarKey,
            Team = p.Team,
            Message = r.Message,
            At = r.At,
            DecidedAt = r.DecidedAt,
            DecidedById = r.DecidedById,
            DecidedBy = db.Bylines.Where(b => b.Id == r.DecidedById).Select(b => b.Name).FirstOrDefault(),
            Admitted = r.Admitted,
            Reason = r.Reason,
        };
}

/// <summary>A request to join as owners and moderators see it.</summary>
public sealed record RequestCard
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public string? AvatarKey { get; init; }
    public string? Team { get; init; }
    public string? Message { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public Guid? DecidedById { get; init; }
    public string? DecidedBy { get; init; }
    public bool? Admitted { get; init; }
    public string? Reason { get; init; }
}
