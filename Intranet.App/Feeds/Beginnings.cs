using Intranet.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>What somebody could do first whose home feed is empty.</summary>
public sealed class Beginnings(Store store)
{
    public Task<Beginning> Of(Viewer viewer) =>
        store.Read(
            viewer,
            async db => new Beginning(
                !await db.People.AnyAsync(p => p.Id != db.ViewerId && p.DeactivatedAt == null && !p.Placeholder),
                await db.Doorways.AnyAsync(d =>
                    d.ArchivedAt == null
                    && !db.Seats.Any(s => s.SpaceId == d.Id && s.PersonId == db.ViewerId && (s.EndsAt == null || s.EndsAt > db.Now))
                )
            )
        );
}

/// <param name="Alone">Nobody else has an account that the person may see.</param>
/// <param name="MoreSpaces">There is a space they know of and are not in.</param>
public sealed record Beginning(bool Alone, bool MoreSpaces);
