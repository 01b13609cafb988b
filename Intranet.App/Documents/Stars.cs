using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>What a person has marked among the documents, for themselves: nobody else is told, so nothing is recorded.</summary>
public sealed class Stars(Store store)
{
    /// <summary>More marks nothing.</summary>
    public const int Most = 1000;

    public Task Set(Viewer viewer, Guid nodeId, bool starred) =>
        store.Write(
            viewer,
            async work =>
            {
                var person = await work.Actor();
                var node = await work.Node(nodeId);
                var mine = await work.Db.Stars.SingleOrDefaultAsync(s => s.NodeId == nodeId);
                if (!starred && mine is not null)
                    work.Db.Stars.Remove(mine);
                if (!starred || mine is not null)
                    return;
                if (await work.Db.Stars.CountAsync() >= Most)
                    throw new Refusal($"{Most:N0} documents are starred already. Take the star off some of them first.");
                work.Db.Stars.Add(new Star(nodeId, person.Id, node.SpaceId, work.Now));
            }
        );

    public Task<bool> Has(Viewer viewer, Guid nodeId) => store.Read(viewer, db => db.Stars.AnyAsync(s => s.NodeId == nodeId));
}
