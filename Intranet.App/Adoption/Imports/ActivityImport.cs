using System.Diagnostics;
using Intranet.App.Data;
using Intranet.App.Shared.Imports;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption.Imports;

/// <summary>Takes over how another tool is used. Rows are told apart by what stands in them, so the same file again adds nothing and a broken run goes on where it stopped.</summary>
internal sealed class ActivityImport(Store store, Rollup rollup, Figures figures, TimeProvider clock)
{
    public static readonly string[] Ledger =
    [
        "At",
        "ActorId",
        "Verb",
        "Channel",
        "SpaceId",
        "ThingKind",
        "OwnerId",
        "TeamId",
        "SourceId",
        "Counts",
        "ExternalKey",
    ];
    private const int RowsPerTransaction = 20_000;

    /// <summary>Clocks differ and days begin at different times; what is later than this was written wrongly.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public async Task<Summary> Run(string path, string sourceName, bool dryRun, IProgress<double> progress, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var findings = new Findings();
        var source = await SourceId(sourceName, dryRun, stop);
        using var file = new InputFile(path);
        using var rows = new ActivityRows(file, await People(stop), await Spaces(stop), source, clock.GetUtcNow() + Ahead, findings);
        long usable = 0;
        long added = 0;
        foreach (var chunk in rows.Acts().Chunk(RowsPerTransaction))
        {
            stop.ThrowIfCancellationRequested();
            usable += chunk.Length;
            progress.Report(file.Done);
            if (!dryRun)
                added += await store.Write(Viewer.Nobody, work => work.Db.InsertActs(Ledger, chunk), stop);
        }
        if (!dryRun)
        {
            await rollup.CatchUp(stop);
            // Here, so that the first who looks at the figures does not wait while years are counted.
            await figures.Weeks(source);
        }
        progress.Report(1);
        var done = new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            [dryRun ? "acts usable" : "acts added"] = dryRun ? usable : added,
        };
        if (!dryRun)
            done["acts there already"] = usable - added;
        return new Summary(dryRun, rows.Read, done, findings, watch.Elapsed.TotalSeconds);
    }

    private Task<int> SourceId(string name, bool dryRun, CancellationToken stop) =>
        store.Write(
            Viewer.Nobody,
            async work =>
            {
                if (await work.Db.Sources.SingleOrDefaultAsync(s => s.Name == name, stop) is { } known)
                    return known.Id;
                var next = new Source(1 + (await work.Db.Sources.MaxAsync(s => (int?)s.Id, stop) ?? Source.Here), name);
                if (!dryRun)
                    work.Db.Sources.Add(next);
                return next.Id;
            },
            stop
        );

    // The operator at the console names people and spaces; there is no viewer whose sight could be asked.
    private Task<Dictionary<string, Known>> People(CancellationToken stop) =>
        store.Read(
            Viewer.Nobody,
            db =>
                db.People.IgnoreQueryFilters([Sight.Name])
                    .ToDictionaryAsync(p => p.Email, p => new Known(p.Id, p.TeamId, p.Kind == PersonKind.Employee), stop)
        );

    private Task<Dictionary<string, Guid>> Spaces(CancellationToken stop) =>
        store.Read(
            Viewer.Nobody,
            async db =>
                (await db.Spaces.IgnoreQueryFilters([Sight.Name]).Select(s => new { s.Name, s.Id }).ToListAsync(stop))
                    .GroupBy(s => s.Name)
                    .Where(s => s.Count() == 1)
                    .ToDictionary(s => s.Key, s => s.Single().Id)
        );
}
