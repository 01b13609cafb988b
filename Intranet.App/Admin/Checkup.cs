using System.Data.Common;
using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Scanning;
using Intranet.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Admin;

/// <summary>Looks whether everything an installation needs is there and whole; changes nothing.</summary>
internal sealed class Checkup(
    Installation installation,
    Databases databases,
    Store store,
    IBlobs blobs,
    KeptContents contents,
    Quarantine quarantine
)
{
    /// <summary>What was looked at, and what is wrong with it; null when nothing is.</summary>
    /// <param name="deep">Every content is read and its checksum counted.</param>
    public async Task<IReadOnlyList<Finding>> Run(CancellationToken stop, bool deep = false)
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
                new("File store", await Ask(() => Reached(stop)), blobs.Name),
                new Finding("Pictures", await Ask(() => contents.Pictures(deep, stop))),
                new Finding("Documents", await Ask(() => contents.Documents(deep, stop))),
                await LeftBehind(stop),
                new Finding("Figures", await Ask(() => Figures(stop)))
            );
        if (quarantine.List() is { Count: > 0 } caught)
            findings.Add(new Finding("Quarantine", null, string.Join("; ", caught)));
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
        catch (Refusal away)
        {
            return away.Message;
        }
        catch (DbException e)
        {
            return $"The database cannot be read: {e.Message} Restore a backup.";
        }
    }

    private async Task<string?> Reached(CancellationToken stop)
    {
        await blobs.Ask(stop);
        return null;
    }

    /// <summary>What an interruption left behind is no damage, only lost room, and goes by itself.</summary>
    private async Task<Finding> LeftBehind(CancellationToken stop)
    {
        const string what = "Contents left behind";
        string? note = null;
        return new(
            what,
            await Ask(async () =>
            {
                note = await contents.LeftBehind(stop);
                return null;
            }),
            note
        );
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
}

/// <summary>One thing that was looked at; Problem is null when it is in order, and Note is what there is to know all the same.</summary>
internal sealed record Finding(string What, string? Problem, string? Note = null);
