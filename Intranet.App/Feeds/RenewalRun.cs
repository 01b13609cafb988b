using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>After a change of the rendering rules, makes all stored texts anew: in the background, a few at a time, from where it stopped. Nobody did anything, so the ledger says nothing.</summary>
public sealed class RenewalRun(Store store, Renewal renewal, ILogger<RenewalRun> log) : BackgroundService
{
    internal const int Batch = 50;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rest = Grace.Span;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(rest, stoppingToken);
                while (await Step(stoppingToken))
                    await Task.Delay(Breath, stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Stored texts could not be made anew; this is tried again.");
                rest = Rest;
            }
        }
    }

    /// <summary>Makes the next few texts anew; false when all are.</summary>
    public async Task<bool> Step(CancellationToken stop = default)
    {
        var progress = await store.Read(Viewer.Nobody, db => RenewalProgress.Of(db, stop));
        if (progress.Done)
            return false;
        var old = await store.Read(Viewer.Nobody, db => Texts(db, progress).Take(Batch).ToListAsync(stop));
        var renewed = old.Select(t => (t.Id, Old: t.Body, New: Renewed(progress.Stage, t.Body))).Where(t => t.Old != t.New);
        var changes = renewed.ToDictionary(t => t.Id, t => (t.Old, t.New));
        await store.Write(
            Viewer.Nobody,
            async work =>
            {
                await Apply(work, progress.Stage, changes, stop);
                await progress.After(old.Count < Batch ? null : old[^1].Id).Save(work.Db, stop);
            },
            stop
        );
        return true;
    }

    private Body Renewed(RenewalStage stage, Body old) =>
        stage == RenewalStage.Revisions ? old with { Html = renewal.Clean(old.Html, old.Markdown) } : renewal.Renew(old);

    private static IQueryable<OldText> Texts(IntranetDb db, RenewalProgress progress)
    {
        var after = progress.LastId;
        return progress.Stage switch
        {
            RenewalStage.Posts => Posts(db)
                .Where(p => p.Id > after && p.Body.RendererVersion != Markdown.RendererVersion)
                .OrderBy(p => p.Id)
                .Select(p => new OldText(p.Id, p.Body)),
            RenewalStage.Comments => Comments(db)
                .Where(c => c.Id > after && c.Body.RendererVersion != Markdown.RendererVersion)
                .OrderBy(c => c.Id)
                .Select(c => new OldText(c.Id, c.Body)),
            _ => Revisions(db)
                .Where(r => r.Id > after)
                .OrderBy(r => r.Id)
                .Select(r => new OldText(r.Id, new Body(r.Markdown, r.Html, "", 0))),
        };
    }

    /// <summary>What was edited since it was read is newer than what was made of it.</summary>
    private static async Task Apply(Work work, RenewalStage stage, Dictionary<Guid, (Body Old, Body New)> changes, CancellationToken stop)
    {
        Guid[] ids = [.. changes.Keys];
        if (stage == RenewalStage.Posts)
            foreach (var post in await Posts(work.Db).Where(p => ids.Contains(p.Id)).ToListAsync(stop))
                post.RenderAgain(post.Body == changes[post.Id].Old ? changes[post.Id].New : post.Body);
        else if (stage == RenewalStage.Comments)
            foreach (var comment in await Comments(work.Db).Where(c => ids.Contains(c.Id)).ToListAsync(stop))
                comment.RenderAgain(comment.Body == changes[comment.Id].Old ? changes[comment.Id].New : comment.Body);
        else
            foreach (var revision in await Revisions(work.Db).Where(r => ids.Contains(r.Id)).ToListAsync(stop))
                revision.CleanAgain(changes[revision.Id].New.Html);
    }

    // This serves no viewer: it shows nothing to anybody, and every text is to be made anew.
    private static IQueryable<Post> Posts(IntranetDb db) => db.Posts.IgnoreQueryFilters([Sight.Name]);

    private static IQueryable<Comment> Comments(IntranetDb db) => db.Comments.IgnoreQueryFilters([Sight.Name]);

    private static IQueryable<Revision> Revisions(IntranetDb db) => db.Revisions.IgnoreQueryFilters([Sight.Name]);

    private sealed record OldText(Guid Id, Body Body);
}
