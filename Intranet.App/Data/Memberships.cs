using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>What a screen asks before it offers an act; the act itself asks <see cref="Work.Standing"/>.</summary>
internal static class Memberships
{
    /// <summary>The viewer's own seat in a space, with the space, as long as it has not ended; read under their sight.</summary>
    public static Task<Membership?> OwnSeat(this IntranetDb db, Guid spaceId) =>
        db
            .Memberships.Include(m => m.Space)
            .SingleOrDefaultAsync(m => m.SpaceId == spaceId && m.PersonId == db.ViewerId && (m.EndsAt == null || m.EndsAt > db.Now));
}
