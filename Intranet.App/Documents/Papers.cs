using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>Making folders, and renaming, moving, removing and restoring what lies in the tree of a space.</summary>
public sealed class Papers(Store store)
{
    /// <summary>Makes a folder once per client key.</summary>
    public Task<Guid> MakeFolder(Viewer viewer, Guid spaceId, Guid? into, string name, string clientKey) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                if (
                    await work.Db.Nodes.SingleOrDefaultAsync(n => n.MadeById == member.PersonId && n.ClientKey == clientKey) is
                    { Kind: NodeKind.Folder } made
                )
                    return made.Id;
                var folder = member.MakeFolder(Guid.CreateVersion7(work.Now), await work.Folder(spaceId, into), name, clientKey, work.Now);
                await MustBeFree(work, folder.FolderId, folder.Name);
                work.Db.Nodes.Add(folder);
                work.Record(Verb.FolderMade, spaceId, ThingKind.Folder, folder.Id);
                return folder.Id;
            }
        );

    /// <summary>Gives it another name. A name that is taken is refused; by case alone it may change.</summary>
    public Task Rename(Viewer viewer, Guid id, string name) =>
        Act(
            viewer,
            id,
            async (work, member, node, held) =>
            {
                var clean = FileName.Clean(name);
                if (clean == node.Name)
                    return;
                if (Node.KeyOf(clean) != node.NameKey)
                    await MustBeFree(work, node.FolderId, clean);
                member.Rename(node, held, clean, work.Now);
                Record(work, Verb.FileRenamed, node);
            }
        );

    /// <summary>Puts it into another folder of the same space; with a folder goes all that lies in it.</summary>
    public Task Move(Viewer viewer, Guid id, Guid? into) =>
        Act(
            viewer,
            id,
            async (work, member, node, held) =>
            {
                var folder = await work.Folder(node.SpaceId, into);
                if ((folder?.Id ?? node.SpaceId) == node.FolderId)
                    return;
                await MustBeFree(work, folder?.Id ?? node.SpaceId, node.Name);
                var within = node.Within;
                member.Move(node, held, folder, work.Now);
                await Follow(work, node, within);
                Record(work, Verb.FileMoved, node);
            }
        );

    /// <summary>Puts it into the trash, with all that lies in it.</summary>
    public Task Remove(Viewer viewer, Guid id) =>
        Act(
            viewer,
            id,
            async (work, member, node, held) =>
            {
                var below = Below(work, node.SpaceId, node.Within).Where(n => n.RemovedAt == null);
                var locks = await work.Db.Checkouts.Where(c => c.NodeId == id || below.Any(n => n.Id == c.NodeId)).ToListAsync();
                member.Remove(node, locks, work.Now);
                if (node.IsFolder)
                    await below.ExecuteUpdateAsync(set =>
                        set.SetProperty(n => n.RemovedAt, work.Now)
                            .SetProperty(n => n.RemovedById, member.PersonId)
                            .SetProperty(n => n.RemovedWithId, id)
                    );
                Record(work, Verb.FileRemoved, node);
            }
        );

    /// <summary>Brings it back where it lay, or to the top of the space when its folder is gone; a taken name gets a number.</summary>
    public Task Restore(Viewer viewer, Guid id) =>
        Act(
            viewer,
            id,
            async (work, member, node, _) =>
            {
                if (!node.Removed)
                    return;
                var folder = await work.Db.Nodes.SingleOrDefaultAsync(n => n.Id == node.FolderId && n.RemovedAt == null);
                var within = node.Within;
                var name = await work.FreeName(folder?.Id ?? node.SpaceId, node.Name, node.IsFolder);
                member.Restore(node, folder, name);
                await Below(work, node.SpaceId, within)
                    .Where(n => n.RemovedWithId == id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(n => n.RemovedAt, (DateTimeOffset?)null)
                            .SetProperty(n => n.RemovedById, (Guid?)null)
                            .SetProperty(n => n.RemovedWithId, (Guid?)null)
                    );
                await Follow(work, node, within);
                Record(work, Verb.FileRestored, node);
            }
        );

    private Task Act(Viewer viewer, Guid id, Func<Work, Domain.Spaces.Membership, Node, Checkout?, Task> act) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(id);
                await act(work, await work.Standing(node.SpaceId), node, await work.Held(node));
            }
        );

    private static async Task MustBeFree(Work work, Guid folderId, string name)
    {
        if (await work.Named(folderId, name) is { } there)
            throw new Refusal(
                $"{(there.IsFolder ? "A folder" : "A document")} called “{there.Name}” is here already. Choose another name."
            );
    }

    /// <summary>What lies in a folder says by its path where; it follows when the folder goes elsewhere.</summary>
    private static async Task Follow(Work work, Node node, string before)
    {
        var now = node.Within;
        if (!node.IsFolder || now == before)
            return;
        var below = Below(work, node.SpaceId, before);
        var room = Node.MostDeep * Node.StepLength - (now.Length - before.Length);
        if (await below.AnyAsync(n => n.Path.Length + (n.Kind == NodeKind.Folder ? Node.StepLength : 0) > room))
            throw new Refusal($"Folders go {Node.MostDeep} deep at most.");
        await below.ExecuteUpdateAsync(set => set.SetProperty(n => n.Path, n => now + n.Path.Substring(before.Length)));
    }

    private static IQueryable<Node> Below(Work work, Guid spaceId, string within) =>
        work.Db.Nodes.Where(n => n.SpaceId == spaceId && n.Path.StartsWith(within));

    private static void Record(Work work, Verb verb, Node node) =>
        work.Record(verb, node.SpaceId, node.IsFolder ? ThingKind.Folder : ThingKind.File, node.Id, ownerId: node.MadeById);
}
