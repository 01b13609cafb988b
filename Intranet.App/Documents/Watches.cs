using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>Which documents and folders a person follows. Nobody else is told, so nothing is recorded.</summary>
public sealed class Watches(Store store)
{
    public const int Most = 1000;

    public Task Set(Viewer viewer, Guid nodeId, bool watched) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                // News goes to those who have a seat; whoever only looks in would never hear of it.
                var member = await work.Standing(node.SpaceId);
                var mine = await work.Db.Watches.SingleOrDefaultAsync(w => w.NodeId == nodeId);
                if (!watched && mine is not null)
                    work.Db.Watches.Remove(mine);
                if (!watched || mine is not null)
                    return;
                if (await work.Db.Watches.CountAsync() >= Most)
                    throw new Refusal($"You follow {Most:N0} documents and folders already. Stop following some of them first.");
                work.Db.Watches.Add(new Watch(nodeId, member.PersonId, node.SpaceId, work.Now));
            }
        );

    public Task<bool> Has(Viewer viewer, Guid nodeId) => store.Read(viewer, db => db.Watches.AnyAsync(w => w.NodeId == nodeId));
}
