using Intranet.App.Data;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Keeping;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Keeping;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>Looking at one version of a document.</summary>
public sealed class Looks(Store store, Downloads downloads, Previews previews)
{
    /// <summary>The version of that number, or the newest, and where the document lies; null when there is nothing for this person.</summary>
    public Task<DocumentLook?> At(Viewer viewer, Guid nodeId, int? number) =>
        store.Read(
            viewer,
            async db =>
            {
                var found = await (
                    from v in Downloads.Version(db, nodeId, number)
                    join n in db.Nodes on v.NodeId equals n.Id
                    join s in db.Spaces on n.SpaceId equals s.Id
                    join p in db.Bylines on v.AuthorId equals p.Id
                    select new
                    {
                        Node = n,
                        Version = v,
                        Space = s.Name,
                        Author = p.Name,
                    }
                ).SingleOrDefaultAsync();
                if (found is null)
                    return null;
                var folder = await db.Nodes.Where(n => n.Id == found.Node.FolderId).Select(n => n.Name).SingleOrDefaultAsync();
                var starred = await db.Stars.AnyAsync(s => s.NodeId == nodeId);
                var held = (await Rows.Locks(db, [nodeId])).GetValueOrDefault(nodeId);
                var member = await db.OwnSeat(found.Node.SpaceId);
                var rule = await Keepings.Rule(db, found.Node.SpaceId);
                return new DocumentLook(found.Node, found.Version, found.Space, folder, found.Author, held, starred)
                {
                    Watched = await db.Watches.AnyAsync(w => w.NodeId == nodeId),
                    GoesAt =
                        rule.ExpiryDays is not null && await Expiring.Until(db, rule, db.Now + rule.Notice).AnyAsync(n => n.Id == nodeId)
                            ? rule.Goes(found.Node)
                            : null,
                    Belongs = member is not null,
                    MayFile = member?.MayFile == true,
                    Openers = await db.Openings.CountAsync(o => o.VersionId == found.Version.Id && o.PersonId != found.Version.AuthorId),
                    People = await db.Seats.CountAsync(s => s.SpaceId == found.Node.SpaceId && (s.EndsAt == null || s.EndsAt > db.Now)),
                };
            }
        );

    /// <summary>What is shown of it; that it was opened is written down.</summary>
    /// <exception cref="Domain.Access.Refusal">Too many documents wait for their preview; to be tried again later.</exception>
    public async Task<Preview> Open(Viewer viewer, DocumentLook look)
    {
        await downloads.Opened(viewer, look.Version);
        return await previews.Of(look.Version);
    }
}

/// <summary>A version of a document as one looks at it.</summary>
/// <param name="Folder">The folder it lies in; null at the top.</param>
public sealed record DocumentLook(
    Node Node,
    DocumentVersion Version,
    string Space,
    string? Folder,
    string Author,
    LockRow? Lock,
    bool Starred
)
{
    public string Place => $"/spaces/{Node.SpaceId}/documents{(Folder is null ? "" : $"?folder={Node.FolderId}")}";
    public string Download => $"/files/documents/{Node.Id}/{Version.Number}";

    /// <summary>Counts of readers are told where this many or more people are in the space, so that nobody is pointed at.</summary>
    public const int FewestForOpeners = 5;

    public bool Watched { get; init; }

    /// <summary>Whether the viewer has a seat in the space.</summary>
    public bool Belongs { get; init; }
    public bool MayFile { get; init; }

    /// <summary>When the rule of the space takes it to the trash; null while that is far off, or never.</summary>
    public DateTimeOffset? GoesAt { get; init; }

    /// <summary>How many people besides its author have opened this version.</summary>
    public int Openers { get; init; }

    /// <summary>How many people are in the space.</summary>
    public int People { get; init; }

    public bool TellsOpeners => People >= FewestForOpeners;
    public bool IsNewest => Version.Number == Node.Number;
}
