using Intranet.App.Data;
using Intranet.Domain.Adoption;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>Writes down who asks for which figures, and shows it to the works council.</summary>
public sealed class QueryLog(Store store)
{
    public const int PageSize = 50;
    private const int MostAskers = 500;

    /// <summary>The same question again within this time, by a reload or on a second screen, is the same look at the figures.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);

    public async Task Note(Viewer viewer, Asked asked)
    {
        if (await store.Read(viewer, db => JustAsked(db, viewer.PersonId, asked)))
            return;
        await store.Write(
            viewer,
            async work =>
            {
                await Everybodys(work.Db).Where(q => q.At < Oldest(work.Now)).ExecuteDeleteAsync();
                work.Db.LoggedQueries.Add(new LoggedQuery(Guid.CreateVersion7(work.Now), viewer.PersonId, asked, work.Now));
            }
        );
    }

    /// <summary>What was asked, newest first; older ones by the id of the last. One more than a page says that there are more.</summary>
    public Task<List<QueryLine>> Page(Viewer viewer, QueryFilter filter, Guid? before = null) =>
        store.Read(
            viewer,
            db =>
            {
                var asked = db.LoggedQueries.Where(q => q.At >= Oldest(db.Now));
                if (filter.From is { } from)
                    asked = asked.Where(q => q.At >= from);
                if (filter.Until is { } until)
                    asked = asked.Where(q => q.At < until);
                if (filter.Operator || filter.Person is not null)
                    asked = asked.Where(q => q.PersonId == filter.Person);
                if (before is { } last)
                    asked = asked.Where(q => q.Id < last);
                return (
                    from q in asked
                    join b in db.Bylines on q.PersonId equals b.Id into who
                    from b in who.DefaultIfEmpty()
                    orderby q.Id descending
                    select new QueryLine(q.Id, q.At, q.PersonId, b == null ? null : b.Name, q.Source, q.Scope, q.Window)
                )
                    .Take(PageSize + 1)
                    .ToListAsync();
            }
        );

    /// <summary>Everybody who asked, for the filter.</summary>
    public Task<List<Asker>> Askers(Viewer viewer) =>
        store.Read(
            viewer,
            db =>
                db.Bylines.Where(b => db.LoggedQueries.Any(q => q.PersonId == b.Id && q.At >= Oldest(db.Now)))
                    .OrderBy(b => b.Name)
                    .ThenBy(b => b.Id)
                    .Select(b => new Asker(b.Id, b.Name))
                    .Take(MostAskers)
                    .ToListAsync()
        );

    private static Task<bool> JustAsked(IntranetDb db, Guid? person, Asked asked)
    {
        var since = db.Now - OneLook;
        return Everybodys(db)
            .AnyAsync(q =>
                q.PersonId == person
                && q.At > since
                && q.Source == asked.Source
                && q.TeamId == asked.TeamId
                && q.Scope == asked.Scope
                && q.Window == asked.Window
            );
    }

    /// <summary>Whoever asks writes into a log they cannot read.</summary>
    private static IQueryable<LoggedQuery> Everybodys(IntranetDb db) => db.LoggedQueries.IgnoreQueryFilters([Sight.Name]);

    private static DateTimeOffset Oldest(DateTimeOffset now) => now.AddMonths(-LoggedQuery.MonthsKept);
}

/// <summary>One question as the works council reads it; nobody for the operator at the console.</summary>
public sealed record QueryLine(Guid Id, DateTimeOffset At, Guid? PersonId, string? Name, string Source, string Scope, string Window)
{
    public string Who => Name ?? (PersonId is null ? "Operator, by report" : "Somebody who is gone");
}

/// <summary>Somebody who asked for figures.</summary>
public sealed record Asker(Guid Id, string Name);
