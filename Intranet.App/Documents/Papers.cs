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
        Act(viewer, id, (work, member, node, held) => Put(work, member, node, held, null, name, elsewhere: false));

    /// <summary>Puts it into another folder of the same space, under another name if one likes; with a folder goes all that lies in it.</summary>
    /// <param name="replace">Whether what is called so there goes into the trash; otherwise a taken name is refused.</param>
    public Task Move(Viewer viewer, Guid id, Guid? into, string? name = null, bool replace = false) =>
        Act(
            viewer,
            id,
            async (work, member, node, held) =>
            {
                var folder = await work.Folder(node.SpaceId, into);
                var place = folder?.Id ?? node.SpaceId;
                name ??= node.Name;
                if (replace && (await work.Named(place, FileName.Clean(name)))?.Id != id)
                    await work.ClearAway(member, place, name, node);
                await Put(work, member, node, held, folder, name, elsewhere: place != node.FolderId);
            }
        );

    private static async Task Put(
        Work work,
        Domain.Spaces.Membership member,
        Node node,
        Checkout? held,
        Node? folder,
        string name,
        bool elsewhere
    )
    {
        var clean = FileName.Clean(name);
        if (!elsewhere && clean == node.Name)
            return;
        if (elsewhere || Node.KeyOf(clean) != node.NameKey)
            await MustBeFree(work, elsewhere ? folder?.Id ?? node.SpaceId : node.FolderId, clean);
        var within = node.Within;
        if (clean != node.Name)
            member.Rename(node, held, clean, work.Now);
        if (elsewhere)
            member.Move(node, held, folder, work.Now);
        await Follow(work, node, within);
        work.Record(elsewhere ? Verb.FileMoved : Verb.FileRenamed, node);
    }

    /// <summary>Puts it into the trash, with all that lies in it.</summary>
    public Task Remove(Viewer viewer, Guid id) => Act(viewer, id, (work, member, node, _) => work.PutAway(member, node));

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
                member.Restore(node, folder, name, work.Now);
                await work.Below(node.SpaceId, within)
                    .Where(n => n.RemovedWithId == id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(n => n.RemovedAt, (DateTimeOffset?)null)
                            .SetProperty(n => n.RemovedById, (Guid?)null)
                            .SetProperty(n => n.RemovedWithId, (Guid?)null)
                            .SetProperty(n => n.KeptAt, work.Now)
                    );
                await Follow(work, node, within);
                work.Record(Verb.FileRestored, node);
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
        var below = work.Below(node.SpaceId, before);
        var room = Node.MostDeep * Node.StepLength - (now.Length - before.Length);
        if (await below.AnyAsync(n => n.Path.Length + (n.Kind == NodeKind.Folder ? Node.StepLength : 0) > room))
            throw new Refusal($"Folders go {Node.MostDeep} deep at most.");
        await below.ExecuteUpdateAsync(set => set.SetProperty(n => n.Path, n => now + n.Path.Substring(before.Length)));
    }
}
