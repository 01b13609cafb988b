using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>What acts on documents look up while they are under way.</summary>
internal static class Shelving
{
    private const int MostTries = 1000;

    extension(Work work)
    {
        /// <summary>A node the actor may see, removed or not.</summary>
        public async Task<Node> Node(Guid id) =>
            await work.Db.Nodes.SingleOrDefaultAsync(n => n.Id == id)
            ?? throw new Refusal("There is no such document, or you cannot see it.");

        /// <summary>A folder of the space; null means its top.</summary>
        public async Task<Node?> Folder(Guid spaceId, Guid? id) =>
            id is null || id == spaceId
                ? null
                : await work.Db.Nodes.SingleOrDefaultAsync(n =>
                    n.Id == id && n.SpaceId == spaceId && n.Kind == NodeKind.Folder && n.RemovedAt == null
                ) ?? throw new Refusal("There is no such folder here any more.");

        public Task<Checkout?> Held(Node node) => work.Db.Checkouts.SingleOrDefaultAsync(c => c.NodeId == node.Id);

        /// <summary>What lies in the folder under this name, whatever the case.</summary>
        public Task<Node?> Named(Guid folderId, string name)
        {
            var key = Domain.Documents.Node.KeyOf(name);
            return work.Db.Nodes.SingleOrDefaultAsync(n => n.FolderId == folderId && n.NameKey == key && n.RemovedAt == null);
        }

        /// <summary>All that lies below the path, whatever is removed.</summary>
        public IQueryable<Node> Below(Guid spaceId, string within) =>
            work.Db.Nodes.Where(n => n.SpaceId == spaceId && n.Path.StartsWith(within));

        public void Record(Verb verb, Node node) =>
            work.Record(verb, node.SpaceId, node.IsFolder ? ThingKind.Folder : ThingKind.File, node.Id, ownerId: node.MadeById);

        /// <summary>Puts it into the trash, with all that lies in it.</summary>
        public async Task PutAway(Membership member, Node node)
        {
            var below = work.Below(node.SpaceId, node.Within).Where(n => n.RemovedAt == null);
            var locks = await work.Db.Checkouts.Where(c => c.NodeId == node.Id || below.Any(n => n.Id == c.NodeId)).ToListAsync();
            if (!member.MayModerate && (node.ApprovedNumber is not null || await below.AnyAsync(n => n.ApprovedNumber != null)))
                throw new Refusal("What was approved stays. An owner or moderator of the space can remove it.");
            member.Remove(node, locks, work.Now);
            if (node.IsFolder)
                await below.ExecuteUpdateAsync(set =>
                    set.SetProperty(n => n.RemovedAt, work.Now)
                        .SetProperty(n => n.RemovedById, member.PersonId)
                        .SetProperty(n => n.RemovedWithId, node.Id)
                );
            work.Record(Verb.FileRemoved, node);
        }

        /// <summary>What is called so in the folder, if anything, goes into the trash, and the name is free.</summary>
        /// <param name="spare">What takes its place, and must not go with it.</param>
        public async Task ClearAway(Membership member, Guid folderId, string name, Node spare)
        {
            if (await work.Named(folderId, FileName.Clean(name)) is not { } there)
                return;
            if (there.Id == spare.Id || spare.Path.StartsWith(there.Within, StringComparison.Ordinal))
                throw new Refusal("Nothing can take the place of itself, or of the folder it lies in.");
            await work.PutAway(member, there);
            // The name is free for whoever comes next only when the database knows.
            await work.Db.SaveChangesAsync();
        }

        /// <summary>The folders of that path, one in the other; those that are missing are made.</summary>
        public async Task<Node?> Folders(Membership member, Node? top, IReadOnlyList<string> path)
        {
            if (path.Count > Domain.Documents.Node.MostDeep)
                throw new Refusal($"Folders go {Domain.Documents.Node.MostDeep} deep at most.");
            foreach (var step in path)
            {
                var name = FileName.Clean(step ?? "");
                var there = await work.Named(top?.Id ?? member.SpaceId, name);
                if (there is { IsFolder: false })
                    throw new Refusal($"A document called “{there.Name}” stands where a folder of this name would be.");
                if (there is null)
                {
                    var id = Guid.CreateVersion7(work.Now);
                    there = member.MakeFolder(id, top, name, $"{id:N}", work.Now);
                    work.Db.Nodes.Add(there);
                    // Whoever looks for the next step finds only what is in the database.
                    await work.Db.SaveChangesAsync();
                    work.Record(Verb.FolderMade, member.SpaceId, ThingKind.Folder, there.Id);
                }
                top = there;
            }
            return top;
        }

        /// <summary>The name itself where it is free, otherwise the same with a number: "Plan (2).pdf".</summary>
        public async Task<string> FreeName(Guid folderId, string name, bool folder)
        {
            if (await work.Named(folderId, name) is null)
                return name;
            var ending = folder ? "" : Path.GetExtension(name);
            var stem = name[..^ending.Length];
            for (var number = 2; number < MostTries; number++)
            {
                var other = $"{stem} ({number}){ending}";
                if (await work.Named(folderId, other) is null)
                    return other;
            }
            throw new Refusal("There are too many of this name here. Choose another name.");
        }
    }
}
