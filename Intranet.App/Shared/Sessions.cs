using System.Security.Claims;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Shared;

/// <summary>Beginning, checking and ending sign-ins. The cookie carries only the session's id; whether it still holds is looked up every time.</summary>
public sealed class Sessions(Store store)
{
    /// <summary>The claim that names the session.</summary>
    public const string Claim = "sid";

    /// <summary>A session nobody used for this long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    private const int MostListed = 50;
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    /// <param name="device">Browser and system, in words.</param>
    public Task<Guid> Begin(Guid personId, string device, string? address) =>
        store.Write(
            new Viewer(personId),
            async work =>
            {
                await work.Actor();
                await work.Db.Sessions.Where(s => s.EndedAt != null || s.LastSeenAt < work.Now - Idle).ExecuteDeleteAsync();
                var from = address ?? "";
                var session = new Session(
                    Guid.CreateVersion7(work.Now),
                    personId,
                    device,
                    from[..Math.Min(from.Length, Session.AddressLimit)],
                    work.Now
                );
                work.Db.Sessions.Add(session);
                work.Record(Verb.SignedIn);
                return session.Id;
            }
        );

    /// <summary>Whether this principal's session goes on and the person may still come in.</summary>
    public async Task<bool> Holds(ClaimsPrincipal user)
    {
        if (Person(user) is not { } personId || Id(user) is not { } id)
            return false;
        var now = store.Clock.GetUtcNow();
        var seen = await store.Read(
            new Viewer(personId),
            db =>
                db.Sessions.Where(s => s.Id == id && s.EndedAt == null && db.People.Any(p => p.Id == personId && p.DeactivatedAt == null))
                    .Select(s => (DateTimeOffset?)s.LastSeenAt)
                    .SingleOrDefaultAsync()
        );
        if (seen is null || seen < now - Idle)
            return false;
        if (seen < now - Grain)
            await store.Write(
                new Viewer(personId),
                work => work.Db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, work.Now))
            );
        return true;
    }

    public Task<List<Session>> Mine(Viewer viewer) =>
        store.Read(
            viewer,
            db => db.Sessions.Where(s => s.EndedAt == null).OrderByDescending(s => s.LastSeenAt).Take(MostListed).ToListAsync()
        );

    /// <summary>Signs out one of one's own sessions; one that has ended already stays ended.</summary>
    public Task End(Viewer viewer, Guid sessionId) =>
        store.Write(viewer, work => End(work, work.Db.Sessions.Where(s => s.Id == sessionId)));

    public Task EndOthers(Viewer viewer, Guid current) =>
        store.Write(viewer, work => End(work, work.Db.Sessions.Where(s => s.Id != current)));

    /// <summary>Signs a person out everywhere, within another act.</summary>
    public static Task EndAll(Work work, Guid personId) =>
        // Whoever deactivates a person or sets a password does not see that person's sessions, and need not.
        End(work, work.Db.Sessions.IgnoreQueryFilters([Sight.Name]).Where(s => s.PersonId == personId), personId);

    public static Guid? Id(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Claim), out var id) ? id : null;

    public static Guid? Person(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    private static async Task End(Work work, IQueryable<Session> sessions) => await End(work, sessions, (await work.Actor()).Id);

    private static async Task End(Work work, IQueryable<Session> sessions, Guid personId)
    {
        var ended = await sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, work.Now));
        if (ended > 0)
            work.Record(Verb.SessionEnded, thing: ThingKind.Person, thingId: personId);
    }
}
