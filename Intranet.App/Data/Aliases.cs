using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>Reads the ledger with one person where a stand-in and whoever claimed it stand in the rows.</summary>
internal static class Aliases
{
    private const int IdsAtOnce = 500;

    public static async Task<IReadOnlyList<Act>> Resolve(this IntranetDb db, IReadOnlyList<Act> acts)
    {
        var aliases = new Dictionary<Guid, Alias>();
        foreach (var some in acts.SelectMany(a => new[] { a.ActorId, a.OwnerId }).OfType<Guid>().Distinct().Chunk(IdsAtOnce))
        foreach (var alias in await db.Set<Alias>().AsNoTracking().Where(a => some.Contains(a.Id)).ToListAsync())
            aliases[alias.Id] = alias;
        return aliases.Count == 0 ? acts : [.. acts.Select(act => Told(act, aliases))];
    }

    private static Act Told(Act act, Dictionary<Guid, Alias> aliases)
    {
        var (actor, owner) = (Of(act.ActorId), Of(act.OwnerId));
        return actor is null && owner is null
            ? act
            : act.Between(actor?.PersonId ?? act.ActorId, owner?.PersonId ?? act.OwnerId, act.Counts && actor?.Counts != false);

        Alias? Of(Guid? id) => id is { } known ? aliases.GetValueOrDefault(known) : null;
    }
}
