using System.Diagnostics;
using Intranet.App.Data;
using Intranet.App.Shared.Imports;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People.Imports;

/// <summary>Takes people and teams over from a file. The email address says who is who, so the same file again changes nothing.</summary>
internal sealed class PeopleImport(Store store)
{
    public async Task<Summary> Run(string path, bool dryRun, IProgress<double> progress, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var findings = new Findings();
        using var file = new InputFile(path);
        var (rows, read) = PeopleRows.Read(file, findings, progress);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["people added"] = 0,
            ["people changed"] = 0,
            ["people unchanged"] = 0,
            ["teams added"] = 0,
        };
        try
        {
            await store.Write(
                Viewer.Nobody,
                async work =>
                {
                    await Take(work, rows, findings, counts, stop);
                    if (dryRun)
                        throw new DryRun();
                },
                stop
            );
        }
        catch (DryRun) { }
        return new Summary(dryRun, read, counts, findings, watch.Elapsed.TotalSeconds);
    }

    private static async Task Take(
        Work work,
        List<PersonRow> rows,
        Findings findings,
        SortedDictionary<string, long> counts,
        CancellationToken stop
    )
    {
        var db = work.Db;
        // The operator at the console names everybody; there is no viewer whose sight could be asked.
        var people = await db.People.IgnoreQueryFilters([Sight.Name]).ToDictionaryAsync(p => p.Email, stop);
        var teams = (await db.Teams.IgnoreQueryFilters([Sight.Name]).ToListAsync(stop))
            .GroupBy(t => t.Name)
            .ToDictionary(t => t.Key, t => t.First());
        foreach (var name in rows.Select(r => r.Team).OfType<string>().Distinct().Where(n => !teams.ContainsKey(n)))
        {
            teams[name] = db.Teams.Add(new Team(Guid.CreateVersion7(work.Now), name)).Entity;
            counts["teams added"]++;
        }
        var added = new HashSet<string>();
        foreach (var row in rows.Where(r => !people.ContainsKey(r.Email)))
        {
            people[row.Email] = db.People.Add(new Person(Guid.CreateVersion7(work.Now), row.Name, row.Email, row.Kind)).Entity;
            added.Add(row.Email);
        }
        var managers = Managers.Sort(rows, people, findings);
        foreach (var row in rows)
        {
            var person = people[row.Email];
            if (person.Name != row.Name)
                person.Rename(row.Name);
            if (person.Kind != row.Kind)
                person.Become(row.Kind);
            person.TeamId = row.Team is null ? null : teams[row.Team].Id;
            person.ManagerId = managers.GetValueOrDefault(row.Email);
            person.Title = row.Title;
            person.Location = row.Location;
            var what =
                added.Contains(row.Email) ? "people added"
                : db.Entry(person).State == EntityState.Modified ? "people changed"
                : "people unchanged";
            counts[what]++;
        }
    }

    /// <summary>Leaves the transaction without a commit.</summary>
    private sealed class DryRun : Exception;
}
