using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>What must be touched when somebody comes in who does not see the inside yet. Whether they may know of the space was asked before, through their own sight.</summary>
internal static class Arrivals
{
    /// <summary>Who stands at which door. A space the person may not know of is refused in the words used for one that does not exist.</summary>
    public static async Task<Caller> Caller(this Work work, Guid spaceId)
    {
        var person = await work.Actor();
        var known = await work.Db.Doorways.AnyAsync(d => d.Id == spaceId);
        if (!known)
            throw new Domain.Access.Refusal(Steps.NotHere);
        // The row is needed to make a place in it; that this person may know of it was asked in the line above.
        var space = await work.Db.Spaces.IgnoreQueryFilters([Sight.Name]).SingleAsync(s => s.Id == spaceId);
        var place = await work.Place(spaceId, person.Id);
        var request = await work.Db.AccessRequests.SingleOrDefaultAsync(r => r.SpaceId == spaceId && r.PersonId == person.Id);
        var invitation = await work.Db.Invitations.MineAt(spaceId, person.Id, work.Now).FirstOrDefaultAsync();
        // An unlisted space was found by its link, or through a request or invitation that stands for the link.
        var approach = Approaches.Of(space.Openness, hasLink: true);
        return new Caller(person, space, Standings.Of(person, place, request, invitation, work.Now), approach, place, request);
    }

    /// <summary>Somebody's place, also when its time is over: a stay that ended is taken up again in the same row, which the rule of sight hides.</summary>
    public static Task<Membership?> Place(this Work work, Guid spaceId, Guid personId) =>
        work
            .Db.Memberships.IgnoreQueryFilters([Sight.Name])
            .Include(m => m.Space)
            .SingleOrDefaultAsync(m => m.SpaceId == spaceId && m.PersonId == personId);

    /// <summary>The invitation that may be taken up, newest first.</summary>
    public static IQueryable<Invitation> MineAt(this IQueryable<Invitation> invitations, Guid spaceId, Guid personId, DateTimeOffset now) =>
        invitations
            .Where(i =>
                i.SpaceId == spaceId
                && i.PersonId == personId
                && !i.Extends
                && i.AcceptedAt == null
                && i.WithdrawnAt == null
                && i.ExpiresAt > now
                && (i.SecondApproverId == null || i.SecondApprovedAt != null)
            )
            .OrderByDescending(i => i.At);

    /// <summary>Guests who wait for the viewer's word as the second approver.</summary>
    public static IQueryable<Invitation> AwaitingMe(this IQueryable<Invitation> invitations, IntranetDb db, Guid? spaceId = null) =>
        invitations.Where(i =>
            i.SecondApproverId == db.ViewerId
            && i.SecondApprovedAt == null
            && i.AcceptedAt == null
            && i.WithdrawnAt == null
            && i.ExpiresAt > db.Now
            && (spaceId == null || i.SpaceId == spaceId)
            && db.Spaces.Any(s => s.Id == i.SpaceId && s.ArchivedAt == null)
        );

    /// <summary>The invitation a link stands for, and the words to greet its bearer with. Whoever holds the link is not signed in, so no sight applies; the hash of its secret is the key.</summary>
    public static async Task<(Invitation Invitation, Space Space, string Host)?> ByToken(this IntranetDb db, string tokenHash)
    {
        var invitation = await db.Invitations.IgnoreQueryFilters([Sight.Name]).SingleOrDefaultAsync(i => i.TokenHash == tokenHash);
        if (invitation is null || !invitation.MayBeTakenUp(db.Now))
            return null;
        var space = await db.Spaces.IgnoreQueryFilters([Sight.Name]).SingleAsync(s => s.Id == invitation.SpaceId);
        var host = await db.Bylines.SingleAsync(b => b.Id == invitation.InvitedById);
        return space.Archived ? null : (invitation, space, host.Name);
    }

    /// <summary>Who has this address, whoever asks: an invitation to a guest of another room must not be answered differently from one to a stranger.</summary>
    public static Task<Person?> Addressee(this IntranetDb db, string email) =>
        db.People.IgnoreQueryFilters([Sight.Name]).SingleOrDefaultAsync(p => p.Email == email);

    /// <summary>Whether the actor, as an admin, knows the space as one without an owner.</summary>
    public static Task<bool> Vacant(this Work work, Guid spaceId) => work.Db.Vacancies.AnyAsync(v => v.Id == spaceId);

    /// <summary>How many of a space's owners are active.</summary>
    public static Task<int> Owners(this Work work, Guid spaceId) =>
        work.Db.Seats.CountAsync(s => s.SpaceId == spaceId && s.Role == SpaceRole.Owner);
}
