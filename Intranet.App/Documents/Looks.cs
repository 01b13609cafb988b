using Intranet.App.Data;
using Intranet.App.Documents.Content.Previews;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

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
                return new DocumentLook(found.Node, found.Version, found.Space, folder, found.Author, held, starred);
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
    public bool IsNewest => Version.Number == Node.Number;
}
