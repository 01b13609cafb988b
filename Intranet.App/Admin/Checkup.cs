using System.Data.Common;
using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Admin;

/// <summary>Looks whether everything an installation needs is there and whole; changes nothing.</summary>
internal sealed class Checkup(Installation installation, Databases databases, Store store, BlobFolder blobs)
{
    private const int MostNamed = 20;

    /// <summary>What was looked at, and what is wrong with it; null when nothing is.</summary>
    public async Task<IReadOnlyList<Finding>> Run(CancellationToken stop)
    {
        var shape = new Finding("Database shape", await Ask(() => Shape(stop)));
        List<Finding> findings =
        [
            new("Data folder", Folder()),
            shape,
            new("Database content", await Ask(() => store.Read(Viewer.Nobody, db => databases.Damage(db, stop)))),
        ];
        // In tables of another shape there is nothing to be found.
        if (shape.Problem is null)
            findings.AddRange(
                new("Pictures", await Ask(() => Pictures(stop))),
                new Finding("Documents", await Ask(() => Documents(stop))),
                new Finding("Figures", await Ask(() => Figures(stop)))
            );
        return findings;
    }

    /// <summary>A database that cannot answer is itself the finding.</summary>
    private static async Task<string?> Ask(Func<Task<string?>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception e) when (Outages.Sentence(e) is { } sentence)
        {
            return sentence;
        }
        catch (DbException e)
        {
            return $"The database cannot be read: {e.Message} Restore a backup.";
        }
    }

    private string? Folder()
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        foreach (var folder in new[] { installation.Folder, installation.Keys, installation.Blobs })
        {
            if (!Directory.Exists(folder))
                return $"{folder} is not there.";
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & others) != 0)
                return $"{folder} can be read by other users of this machine. Take their rights away: chmod 700.";
        }
        return null;
    }

    private async Task<string?> Shape(CancellationToken stop)
    {
        var (pending, refused) = await store.Read(Viewer.Nobody, db => Data.Shape.Look(db, stop));
        return refused ?? (pending == 0 ? null : $"{pending} migrations have not been run. Run: migrate");
    }

    private async Task<string?> Pictures(CancellationToken stop)
    {
        // The operator checks files, not what is on them; no sight is asked.
        var keys = await store.Read(
            Viewer.Nobody,
            db => db.Set<Picture>().IgnoreQueryFilters([Sight.Name]).Select(p => p.BlobKey).ToListAsync(stop)
        );
        var missing = keys.SelectMany(Keys).Where(key => !Exists(key)).Take(MostNamed).ToList();
        return missing.Count == 0 ? null : $"Files are missing: {string.Join(", ", missing)}";
    }

    private async Task<string?> Documents(CancellationToken stop)
    {
        // The operator checks files, not what is in them; no sight is asked.
        var kept = await store.Read(
            Viewer.Nobody,
            db => db.DocumentVersions.IgnoreQueryFilters([Sight.Name]).Select(v => new { v.BlobKey, v.Size }).Distinct().ToListAsync(stop)
        );
        var broken = kept.Where(v => blobs.Length(v.BlobKey) != v.Size).Select(v => v.BlobKey).Take(MostNamed).ToList();
        return broken.Count == 0 ? null : $"Files are missing or cut off: {string.Join(", ", broken)}";
    }

    /// <summary>Every act up to where the counting has come is counted once, in the total of its day and of its source.</summary>
    private Task<string?> Figures(CancellationToken stop) =>
        store.ReadAtOnce(
            Viewer.Nobody,
            async db =>
            {
                var counted = await db.Cursors.Where(c => c.Name == Rollup.CursorName).Select(c => c.Position).SingleOrDefaultAsync(stop);
                var written = await db
                    .Activities.Where(a => a.Id <= counted)
                    .GroupBy(a => a.SourceId)
                    .Select(g => new { Source = g.Key, Acts = (long)g.Count() })
                    .ToDictionaryAsync(x => x.Source, x => x.Acts, stop);
                var summed = await db
                    .SourceDays.GroupBy(d => d.SourceId)
                    .Select(g => new { Source = g.Key, Acts = g.Sum(d => (long)d.Acts) })
                    .ToDictionaryAsync(x => x.Source, x => x.Acts, stop);
                var wrong = written.Keys.Union(summed.Keys).Count(s => written.GetValueOrDefault(s) != summed.GetValueOrDefault(s));
                return wrong == 0 ? null : $"The counts of {wrong} sources do not fit the ledger. Restore a backup.";
            }
        );

    private bool Exists(string key)
    {
        using var file = blobs.Open(key);
        return file is not null;
    }

    /// <summary>"400=key;800=key" holds one key a width.</summary>
    private static IEnumerable<string> Keys(string stored) => stored.Split(';').Select(part => part[(part.IndexOf('=') + 1)..]);
}

/// <summary>One thing that was looked at; Problem is null when it is in order.</summary>
internal sealed record Finding(string What, string? Problem);
