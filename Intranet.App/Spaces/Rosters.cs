using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Spaces;

/// <summary>Who is in a space, and what owners and moderators do about it.</summary>
public sealed class Rosters(Store store)
{
    public const int PageSize = 20;

    /// <summary>How long a removal may be taken back.</summary>
    public static readonly TimeSpan UndoWithin = TimeSpan.FromMinutes(10);

    /// <summary>One page of members, owners first. One more than a page says that there are more.</summary>
    public Task<List<MemberCard>> Page(Viewer viewer, Guid spaceId, string? text = null, MemberCard? after = null) =>
        store.Read(
            viewer,
            db =>
            {
                var members =
                    from m in db.Memberships
                    join p in db.Bylines on m.PersonId equals p.Id
                    where m.SpaceId == spaceId && (m.EndsAt == null || m.EndsAt > db.Now)
                    where db.Seats.Any(s => s.SpaceId == spaceId && s.PersonId == m.PersonId)
                    select new MemberCard
                    {
                        PersonId = m.PersonId,
                        Name = p.Name,
                        AvatarKey = p.AvatarKey,
                        Title = p.Title,
                        Team = p.Team,
                        Role = m.Role,
                        JoinedAt = m.JoinedAt,
                        EndsAt = m.EndsAt,
                        Second = db.Bylines.Where(s => s.Id == m.SecondApproverId).Select(s => s.Name).FirstOrDefault(),
                    };
                if (text?.Trim().ToLowerInvariant() is { Length: > 0 } sought)
                    members = members.Where(m => m.Name.ToLower().Contains(sought));
                if (after is not null)
                    members = members.Where(m =>
                        m.Role < after.Role
                        || (m.Role == after.Role && string.Compare(m.Name, after.Name) > 0)
                        || (m.Role == after.Role && m.Name == after.Name && m.PersonId > after.PersonId)
                    );
                return members.OrderByDescending(m => m.Role).ThenBy(m => m.Name).ThenBy(m => m.PersonId).Take(PageSize + 1).ToListAsync();
            }
        );

    /// <summary>Members who work here and could stand for a guest beside the viewer.</summary>
    public Task<List<Face>> Seconds(Viewer viewer, Guid spaceId) =>
        store.Read(
            viewer,
            db =>
                (
                    from s in Premises.Seated(db, spaceId)
                    join p in db.People on s.PersonId equals p.Id
                    where s.Role > SpaceRole.Guest && s.PersonId != db.ViewerId && db.Spaces.Any(x => x.Id == spaceId)
                    orderby p.Name
                    select new Face(p.Id, p.Name, p.AvatarKey)
                )
                    .Take(Admissions.MostShown)
                    .ToListAsync()
        );

    public Task Remove(Viewer viewer, Guid spaceId, Guid personId) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                var other = await Other(work, spaceId, personId);
                member.Remove(other);
                work.Db.Memberships.Remove(other);
                await Admissions.Settle(work, spaceId, personId, cameIn: false);
                work.Record(Verb.Expelled, spaceId, ThingKind.Person, personId);
            }
        );

    /// <summary>Takes back a removal the viewer made a moment ago.</summary>
    public Task PutBack(Viewer viewer, Guid spaceId, Guid personId, SpaceRole role) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                var since = work.Now - UndoWithin;
                var last = await work
                    .Db.Activities.Where(a =>
                        a.SpaceId == spaceId && a.ThingKind == ThingKind.Person && a.ThingId == personId && a.At >= since
                    )
                    .OrderByDescending(a => a.Id)
                    .FirstOrDefaultAsync();
                if (last is not { Verb: Verb.Expelled } || last.ActorId != viewer.PersonId)
                    throw new Refusal("That was too long ago to take back. Invite the person again.");
                var person =
                    await work.Db.People.SingleOrDefaultAsync(p => p.Id == personId)
                    ?? throw new Refusal("A guest comes back by a new invitation.");
                work.Db.Memberships.Add(member.PutBack(person, role, work.Now));
                work.Record(Verb.Admitted, spaceId, ThingKind.Person, personId);
            }
        );

    /// <summary>Keeps a space quiet for its member: no dot, no news. Nobody else is told.</summary>
    public Task Mute(Viewer viewer, Guid spaceId, bool muted) =>
        store.Write(viewer, async work => (await work.Standing(spaceId)).Muted = muted);

    public Task ChangeRole(Viewer viewer, Guid spaceId, Guid personId, SpaceRole role) =>
        store.Write(
            viewer,
            async work =>
            {
                var owner = await work.Standing(spaceId);
                owner.ChangeRole(await Other(work, spaceId, personId), role);
                work.Record(Verb.RoleChanged, spaceId, ThingKind.Person, personId);
            }
        );

    public Task HandOver(Viewer viewer, Guid spaceId, Guid personId) =>
        store.Write(
            viewer,
            async work =>
            {
                var owner = await work.Standing(spaceId);
                owner.HandOver(await Other(work, spaceId, personId));
                work.Record(Verb.RoleChanged, spaceId, ThingKind.Person, personId);
                work.Record(Verb.RoleChanged, spaceId, ThingKind.Person, owner.PersonId);
            }
        );

    /// <summary>Another member, as far as the actor may see the space they are in.</summary>
    internal static async Task<Membership> Other(Work work, Guid spaceId, Guid personId) =>
        await work.Db.Memberships.SingleOrDefaultAsync(m =>
            m.SpaceId == spaceId
            && m.PersonId == personId
            && (m.EndsAt == null || m.EndsAt > work.Now)
            && work.Db.Seats.Any(s => s.SpaceId == spaceId && s.PersonId == personId)
        ) ?? throw new Refusal("This person is not a member of the space.");
}

/// <summary>A member as the list of members shows them.</summary>
public sealed record MemberCard
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public string? AvatarKey { get; init; }
    public string? Title { get; init; }
    public string? Team { get; init; }
    public SpaceRole Role { get; init; }
    public DateTimeOffset JoinedAt { get; init; }
    public DateTimeOffset? EndsAt { get; init; }
    public string? Second { get; init; }

    public string Words => string.Join(", ", new[] { Title, Team }.OfType<string>());
}
