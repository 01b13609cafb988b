using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>
/// The questions every act asks while it holds the write gate, translated once per database. They look past the rule of sight where
/// the answer is what that rule rests on: oneself, and one's own seat that has not ended.
/// </summary>
internal static class HotQueries<TDb>
    where TDb : IntranetDb
{
    private static readonly string[] Blind = [Sight.Name];

    public static readonly Func<TDb, Guid, Task<Person?>> Actor = EF.CompileAsyncQuery(
        (TDb db, Guid id) =>
            db.Set<Person>().AsTracking().IgnoreQueryFilters(Blind).SingleOrDefault(p => p.Id == id && p.DeactivatedAt == null)
    );

    public static readonly Func<TDb, Guid, Guid, DateTimeOffset, Task<Membership?>> Standing = EF.CompileAsyncQuery(
        (TDb db, Guid space, Guid person, DateTimeOffset now) =>
            db.Set<Membership>()
                .AsTracking()
                .IgnoreQueryFilters(Blind)
                .Include(m => m.Space)
                .Include(m => m.Person)
                .SingleOrDefault(m => m.SpaceId == space && m.PersonId == person && (m.EndsAt == null || m.EndsAt > now))
    );

    /// <summary>What this author has published under the key already.</summary>
    public static readonly Func<TDb, Guid, string, Task<Guid?>> Published = EF.CompileAsyncQuery(
        (TDb db, Guid author, string key) =>
            db.Set<Post>()
                .IgnoreQueryFilters(Blind)
                .Where(p => p.AuthorId == author && p.ClientKey == key)
                .Select(p => (Guid?)p.Id)
                .SingleOrDefault()
    );
}
