using System.Collections.Concurrent;
using Intranet.App.Data;
using Intranet.App.Documents.Content;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Wiki;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>Has the text of every new version read and writes it down, so that the document is found by what it says. What is left to do stands in the table, so nothing is forgotten.</summary>
public sealed class Librarian(
    Store store,
    Announcer announcer,
    ReadingRoom room,
    ReadingLimits limits,
    IBlobs blobs,
    ILogger<Librarian> log
) : BackgroundService
{
    private const int AtOnce = 8;

    /// <summary>Nothing is told twice, so once in a while it looks whether anything is left.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim woken = new(0, 1);
    private readonly ConcurrentDictionary<Guid, bool> reading = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = announcer.Listen(
            Subject.Everything,
            news =>
            {
                if (news.Any(h => h.Verb is Verb.FileAdded or Verb.FileVersioned or Verb.WikiEdited or Verb.FileRestored))
                    Wake();
                return Task.CompletedTask;
            }
        );
        for (var rest = Grace.Span; ; rest = Rest)
        {
            try
            {
                await woken.WaitAsync(rest, stoppingToken);
                await Begin(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // What was being read is read after the next start.
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "What waits to be read could not be looked up; it is tried again.");
            }
        }
    }

    /// <summary>Reads all that waits; for commands and tests that need the text now.</summary>
    public async Task CatchUp(CancellationToken stop = default)
    {
        while (await Begin(stop) is { Count: > 0 } begun)
            await Task.WhenAll(begun);
    }

    /// <summary>Begins with the newest, because somebody waits for that one; whoever is ready wakes it for the next.</summary>
    private async Task<IReadOnlyList<Task>> Begin(CancellationToken stop)
    {
        Guid[] busy = [.. reading.Keys];
        if (busy.Length >= AtOnce)
            return [];
        var unread = await store.Read(
            Viewer.Nobody,
            db =>
                (
                    from n in db.Nodes.IgnoreQueryFilters([Sight.Name])
                    join v in db.DocumentVersions.IgnoreQueryFilters([Sight.Name]) on n.Id equals v.NodeId
                    where n.ReadNumber < n.Number && n.RemovedAt == null && v.Number == n.Number && !busy.Contains(n.Id)
                    orderby n.ChangedAt descending
                    select v
                )
                    .Take(AtOnce - busy.Length)
                    .ToListAsync(stop)
        );
        return [.. unread.Where(v => reading.TryAdd(v.NodeId, true)).Select(v => Task.Run(() => Read(v, stop), CancellationToken.None))];
    }

    private async Task Read(DocumentVersion version, CancellationToken stop)
    {
        try
        {
            await Keep(version, (await Text(version, stop)).Text);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogError(e, "The text of version {Version} could not be kept; it is tried again.", version.Id);
            throw;
        }
        finally
        {
            reading.TryRemove(version.NodeId, out _);
        }
        Wake();
    }

    /// <summary>What is its own text is read here; everything else by a process that may fail.</summary>
    private async Task<Extract> Text(DocumentVersion version, CancellationToken stop)
    {
        // Nothing is fetched from far away that has no words.
        if (Previewing.IsPlayed(version.ContentType) || Previewing.IsHeap(version.ContentType, version.Size))
            return Extract.None("");
        if (await blobs.Find(version.BlobKey, stop) is not { } path)
            return Extract.None(Downloads.Missing);
        await using var file = File.OpenRead(path);
        var type = ContentType.Of(file, version.Name);
        return TextOf.IsPlain(type.Kind) ? TextOf.Read(file, version.Name, limits)
            : TextOf.Reads(type.Kind) ? await room.ReadAsync(path, version.Name, stop)
            : Extract.None("");
    }

    private Task Keep(DocumentVersion version, string text) =>
        store.Write(
            Viewer.Nobody,
            async work =>
            {
                var nodes = work.Db.Nodes.IgnoreQueryFilters([Sight.Name]);
                var older = nodes.Where(n => n.Id == version.NodeId && n.ReadNumber < version.Number);
                // Another node may have read a newer version meanwhile.
                if (await older.ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadNumber, version.Number)) == 0)
                    return;
                var kept = await work
                    .Db.DocumentTexts.IgnoreQueryFilters([Sight.Name])
                    .SingleOrDefaultAsync(t => t.NodeId == version.NodeId);
                if (kept is null)
                    work.Db.DocumentTexts.Add(new DocumentText(version.NodeId, version.SpaceId, text));
                else
                    kept.Become(text);
                await PageLinks.Keep(work, version, text);
            }
        );

    private void Wake()
    {
        lock (woken)
        {
            if (woken.CurrentCount == 0)
                woken.Release();
        }
    }
}
