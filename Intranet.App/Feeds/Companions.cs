using Intranet.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Names those who are in a space just now, to those who may see the space.</summary>
public sealed class Companions(Store store)
{
    private const int Most = 50;

    public Task<bool> MayEnter(Viewer viewer, Guid spaceId) => store.Read(viewer, db => db.Spaces.AnyAsync(s => s.Id == spaceId));

    public Task<bool> Hides(Viewer viewer) => store.Read(viewer, db => db.People.AnyAsync(p => p.Id == viewer.PersonId && p.HidesPresence));

    public Task<(IReadOnlyList<Author> Here, IReadOnlyList<Author> Writing)> Named(
        Viewer viewer,
        Guid spaceId,
        IReadOnlyCollection<Guid> here,
        IReadOnlyCollection<Guid> writing
    ) =>
        store.Read(
            viewer,
            async db =>
            {
                if (!await db.Spaces.AnyAsync(s => s.Id == spaceId))
                    return ([], []);
                var audience = await Audience.Of(db, spaceId, here);
                Guid[] wanted = [.. here.Where(audience.Sees).Take(Most)];
                var people = await db
                    .People.Where(p => wanted.Contains(p.Id) && !p.HidesPresence)
                    .OrderBy(p => p.Name)
                    .Select(p => new Author(p.Id, p.Name, null, p.AvatarKey, p.Kind))
                    .ToListAsync();
                return ((IReadOnlyList<Author>)people, (IReadOnlyList<Author>)[.. people.Where(p => writing.Contains(p.Id))]);
            }
        );
}
