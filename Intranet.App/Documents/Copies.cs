using Intranet.App.Data;
using Intranet.App.Documents.Order;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>Copying documents and folders, within a space or into another, as they are now: the copy begins with one version.</summary>
public sealed class Copies(Store store)
{
    /// <summary>How much one copy takes along.</summary>
    public const int Most = 2000;

    /// <summary>Copies once per client key, and gives the id of the copy.</summary>
    /// <param name="how">What happens when the name is taken, and whether what lies in a folder goes along.</param>
    public Task<Guid> Copy(Viewer viewer, Guid id, Guid spaceId, Guid? into, string name, string clientKey, Copying how = default) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                if (await work.Db.Nodes.SingleOrDefaultAsync(n => n.MadeById == member.PersonId && n.ClientKey == clientKey) is { } done)
                    return done.Id;
                return await Copied(work, member, await work.Node(id), into, name, clientKey, how);
            }
        );

    /// <summary>Puts it into another space, once per client key: it begins anew there, and goes into the trash here with its earlier versions, which were not written for those over there.</summary>
    public Task<Guid> Carry(Viewer viewer, Guid id, Guid spaceId, Guid? into, string clientKey) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                if (await work.Db.Nodes.SingleOrDefaultAsync(n => n.MadeById == member.PersonId && n.ClientKey == clientKey) is { } done)
                    return done.Id;
                var node = await work.Node(id);
                if (node.SpaceId == spaceId)
                    throw new Refusal("This lies in that space already.");
                var here = await work.Standing(node.SpaceId);
                here.MustCarryOut();
                var copy = await Copied(work, member, node, into, node.Name, clientKey, default);
                await work.PutAway(here, node);
                return copy;
            }
        );

    private static async Task<Guid> Copied(Work work, Membership member, Node node, Guid? into, string name, string clientKey, Copying how)
    {
        var spaceId = member.SpaceId;
        var folder = await work.Folder(spaceId, into);
        if (node.Removed)
            throw new Refusal("This is not here any more.");
        if (folder is not null && folder.Within.StartsWith(node.Within, StringComparison.Ordinal))
            throw new Refusal("A folder cannot be copied into itself.");
        var place = folder?.Id ?? spaceId;
        name = FileName.Clean(name);
        if (how.Replace)
            await work.ClearAway(member, place, name, node);
        else
            name = await work.FreeName(place, name, node.IsFolder);
        var originals = how.Shallow ? [] : await Below(work, node);
        await Quota.MustFit(work, spaceId, Guid.Empty, node.Size + originals.Sum(n => n.Size));
        var copy = await Take(work, member, node, folder, name, clientKey, originals);
        work.Record(copy.IsFolder ? Verb.FolderMade : Verb.FileAdded, copy);
        return copy.Id;
    }

    /// <summary>Gives a document the content of another as its next version, so that its history goes on.</summary>
    /// <param name="remove">Whether the other one is put into the trash, as programs do that save beside and then rename.</param>
    public Task TakeOver(Viewer viewer, Guid id, Guid fromId, bool remove) =>
        store.Write(
            viewer,
            async work =>
            {
                var (node, from) = (await work.Node(id), await work.Node(fromId));
                var member = await work.Standing(node.SpaceId);
                if (from.Removed || from.IsFolder)
                    throw new Refusal("This is not here any more.");
                var (file, newest) = ((await Newest(work, from)).File, await Newest(work, node));
                if (file.Key != newest.BlobKey)
                {
                    await Quota.MustFit(work, node.SpaceId, Guid.Empty, file.Size);
                    var version = member.Save(node, await work.Held(node), file, null, $"{Guid.CreateVersion7(work.Now):N}", work.Now);
                    work.Db.DocumentVersions.Add(version);
                    work.Record(Verb.FileVersioned, node);
                }
                if (remove)
                    await work.PutAway(member, from);
            }
        );

    private static async Task<List<Node>> Below(Work work, Node node)
    {
        if (!node.IsFolder)
            return [];
        var below = await work.Below(node.SpaceId, node.Within)
            .AsNoTracking()
            .Where(n => n.RemovedAt == null)
            .OrderBy(n => n.Path.Length)
            .Take(Most + 1)
            .ToListAsync();
        return below.Count <= Most ? below : throw new Refusal($"At most {Most} documents and folders are copied at once.");
    }

    private static async Task<Node> Take(
        Work work,
        Membership member,
        Node node,
        Node? into,
        string name,
        string clientKey,
        List<Node> below
    )
    {
        Guid[] all = [node.Id, .. below.Select(n => n.Id)];
        var files = await (
            from n in work.Db.Nodes
            join v in work.Db.DocumentVersions on new { NodeId = n.Id, n.Number } equals new { v.NodeId, v.Number }
            where all.Contains(n.Id)
            select v
        )
            .AsNoTracking()
            .ToDictionaryAsync(v => v.NodeId, v => v.File);
        var copies = new Dictionary<Guid, Node>();
        Add(node, into, name, clientKey);
        foreach (var original in below)
            Add(original, copies[original.FolderId], original.Name, $"{Guid.CreateVersion7(work.Now):N}");
        foreach (var property in await work.Db.NodeProperties.AsNoTracking().Where(p => all.Contains(p.NodeId)).ToListAsync())
            work.Db.NodeProperties.Add(property.Of(copies[property.NodeId]));
        if (node.SpaceId == member.SpaceId)
            foreach (var value in await work.Db.ColumnValues.AsNoTracking().Where(v => all.Contains(v.NodeId)).ToListAsync())
                work.Db.ColumnValues.Add(value.Of(copies[value.NodeId]));
        await Details.Retag(
            work,
            member.SpaceId,
            await work.Db.NodeTags.AsNoTracking().Where(t => all.Contains(t.NodeId)).ToListAsync(),
            copies
        );
        return copies[node.Id];

        void Add(Node original, Node? folder, string called, string key)
        {
            var id = Guid.CreateVersion7(work.Now);
            if (original.IsFolder)
            {
                work.Db.Nodes.Add(copies[original.Id] = member.MakeFolder(id, folder, called, key, work.Now));
                return;
            }
            (copies[original.Id], var version) = member.Add(id, folder, called, files[original.Id], null, key, work.Now);
            work.Db.Nodes.Add(copies[original.Id]);
            work.Db.DocumentVersions.Add(version);
        }
    }

    private static Task<DocumentVersion> Newest(Work work, Node node) =>
        work.Db.DocumentVersions.SingleAsync(v => v.NodeId == node.Id && v.Number == node.Number);
}

/// <summary>How something is copied.</summary>
/// <param name="Replace">What is called so already goes into the trash; otherwise the copy gets a number.</param>
/// <param name="Shallow">A folder alone, without what lies in it.</param>
public readonly record struct Copying(bool Replace, bool Shallow);
