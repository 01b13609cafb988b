using Intranet.App.Data;
using Intranet.App.Shared.Imports;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds.Imports;

/// <summary>Whoever wrote in the source: a stand-in, or the person who has claimed it.</summary>
internal sealed record Author(Guid Id, Guid? TeamId, bool Counts, bool StandIn);

/// <summary>A post or comment that answers and reactions may hang on.</summary>
internal sealed record Thing(Guid Id, Guid PostId, Guid SpaceId, Guid AuthorId, Guid? Above)
{
    public bool IsPost => Id == PostId;

    /// <summary>Under which comment an answer to this stands; there are two levels and no deeper.</summary>
    public Guid? Parent => IsPost ? null : Above ?? Id;
}

/// <summary>What of a source is here already. Ids are made from the source's own, so the same file again finds everything.</summary>
internal sealed class ReplayKnown(string source)
{
    /// <summary>Stands in the place of a user id for everybody whose account was deleted.</summary>
    public const string Deleted = "(deleted)";

    public Dictionary<string, Author> People { get; } = [];

    /// <summary>Users the file names anywhere: a few write before the line that says they joined.</summary>
    public Dictionary<string, ReplayLine> Announced { get; } = [];
    public Dictionary<Guid, Thing> Things { get; } = [];
    public HashSet<Guid> Reactions { get; } = [];
    public HashSet<Guid> Spaces { get; } = [];
    public HashSet<(Guid Space, Guid Person)> Seats { get; } = [];
    public string Source => source;

    public Guid Id(string kind, string id) => NamedId.Of($"{source}/{kind}/{id}");

    public string External(string id) => Person.ExternalIdOf(source, id);

    /// <summary>The key of an act in the ledger.</summary>
    public static long Key(Guid thing) => BitConverter.ToInt64(thing.ToByteArray());

    // Imports are the operator's work at the console: there is no viewer whose sight could be asked.
    public static async Task<ReplayKnown> Of(IntranetDb db, string source, CancellationToken stop)
    {
        var known = new ReplayKnown(source);
        var prefix = Person.ExternalIdOf(source, "");
        foreach (
            var person in await db
                .People.IgnoreQueryFilters([Sight.Name])
                .Where(p => p.ExternalId != null && p.ExternalId.Contains(prefix))
                .ToListAsync(stop)
        )
        foreach (var name in person.ExternalIds.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
            known.People[name[prefix.Length..]] = new Author(
                person.Id,
                person.TeamId,
                person.Kind == PersonKind.Employee,
                person.Placeholder
            );
        known.Spaces.UnionWith(
            await db.Spaces.IgnoreQueryFilters([Sight.Name]).Where(s => s.Source == source).Select(s => s.Id).ToListAsync(stop)
        );
        var posts = db.Posts.IgnoreQueryFilters([Sight.Name]).Where(p => p.Source == source);
        foreach (
            var p in await posts
                .Select(p => new
                {
                    p.Id,
                    p.SpaceId,
                    p.AuthorId,
                })
                .ToListAsync(stop)
        )
            known.Things[p.Id] = new Thing(p.Id, p.Id, p.SpaceId, p.AuthorId, null);
        foreach (
            var c in await db
                .Comments.IgnoreQueryFilters([Sight.Name])
                .Where(c => c.ExternalId != null && posts.Any(p => p.Id == c.PostId))
                .Select(c => new
                {
                    c.Id,
                    c.PostId,
                    c.SpaceId,
                    c.AuthorId,
                    c.ParentId,
                })
                .ToListAsync(stop)
        )
            known.Things[c.Id] = new Thing(c.Id, c.PostId, c.SpaceId, c.AuthorId, c.ParentId);
        known.Reactions.UnionWith(
            await db
                .Reactions.IgnoreQueryFilters([Sight.Name])
                .Where(r => r.PersonId == null && posts.Any(p => p.Id == r.PostId))
                .Select(r => r.Id)
                .ToListAsync(stop)
        );
        foreach (
            var seat in await db
                .Memberships.IgnoreQueryFilters([Sight.Name])
                .Where(m => m.Space.Source == source)
                .Select(m => new { m.SpaceId, m.PersonId })
                .ToListAsync(stop)
        )
            known.Seats.Add((seat.SpaceId, seat.PersonId));
        return known;
    }

    /// <summary>How this source was taken over before: as the organisation's history, as content only, or not at all.</summary>
    public async Task<bool?> WasHistory(IntranetDb db, CancellationToken stop)
    {
        if (Things.Keys.Order().Select(id => (Guid?)id).FirstOrDefault() is not { } any)
            return null;
        var key = Key(any);
        return await db.Activities.AnyAsync(a => a.SourceId == Domain.Adoption.Source.Here && a.ExternalKey == key, stop);
    }
}
