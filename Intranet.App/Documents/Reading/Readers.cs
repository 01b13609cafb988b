using Intranet.App.Data;
using Intranet.Domain.Documents.Sharing;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Reading;

/// <summary>Who may see what lies in a space, and by which right.</summary>
public sealed class Readers(Store store)
{
    public const int PageSize = 100;

    /// <summary>The people of the space by name, and how many links lead out to this document or a folder above it; null when there is nothing for this person.</summary>
    public Task<ReadersView?> Of(Viewer viewer, Guid nodeId) =>
        store.Read(
            viewer,
            async db =>
            {
                if (await db.Nodes.SingleOrDefaultAsync(n => n.Id == nodeId && n.RemovedAt == null) is not { } node)
                    return null;
                var space = await db.Spaces.SingleAsync(s => s.Id == node.SpaceId);
                var seats = db.Memberships.Where(m =>
                    m.SpaceId == node.SpaceId && (m.EndsAt == null || m.EndsAt > db.Now) && m.Person.DeactivatedAt == null
                );
                var people = await seats
                    .OrderBy(m => m.Person.Name)
                    .ThenBy(m => m.PersonId)
                    .Take(PageSize)
                    .Select(m => new ReaderRow(m.PersonId, m.Person.Name, m.Role))
                    .ToListAsync();
                Guid[] shared = [nodeId, .. node.Folders];
                var links = await db.ShareLinks.CountAsync(l =>
                    l.Kind == ShareKind.Read
                    && shared.Contains(l.NodeId)
                    && l.WithdrawnAt == null
                    && l.ExpiresAt > db.Now
                    && (l.DownloadLimit == null || l.Downloads < l.DownloadLimit)
                );
                return new ReadersView(space.Name, space.Openness, people, await seats.CountAsync(), links);
            }
        );
}

/// <param name="People">The first of them, by name.</param>
/// <param name="All">How many people have a seat in the space.</param>
/// <param name="Links">Links for people outside that hold; none for whoever may not know of them.</param>
public sealed record ReadersView(string Space, Openness Openness, IReadOnlyList<ReaderRow> People, int All, int Links);

public sealed record ReaderRow(Guid Id, string Name, SpaceRole Role);
