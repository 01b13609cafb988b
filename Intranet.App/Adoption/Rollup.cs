using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>Reads the ledger and counts, for every adoption figure there is. Counted as it happens equals rebuilt from zero.</summary>
public sealed class Rollup(Store store, Announcer announcer, ILogger<Rollup> log) : LedgerReader(store, announcer, log)
{
    public const string CursorName = "rollup";

    private readonly Announcer _announcer = announcer;

    protected override string Name => CursorName;

    protected override int Batch => 20_000;

    protected override async Task Take(Work work, IReadOnlyList<Act> acts)
    {
        var calendar = await Calendar.Of(work.Db);
        var hidden = await ClientRooms(work.Db, acts);
        var sums = new Sums(calendar, await Employees(work.Db, acts), hidden);
        foreach (var act in acts)
            sums.Count(act);
        await sums.Save(work.Db);
        await Questions(work.Db, acts);
    }

    protected override void Settled() => _announcer.Nudge(Subject.Figures);

    /// <summary>Forgets every count and reads the ledger again from its first row.</summary>
    public async Task Rebuild(CancellationToken stop = default)
    {
        await Store.Write(
            Viewer.Nobody,
            async work =>
            {
                var db = work.Db;
                await db.PersonDays.ExecuteDeleteAsync(stop);
                await db.PersonWeeks.ExecuteDeleteAsync(stop);
                await db.TeamDays.ExecuteDeleteAsync(stop);
                await db.SpaceDays.ExecuteDeleteAsync(stop);
                await db.SpacePersonDays.ExecuteDeleteAsync(stop);
                await db.TieWeeks.ExecuteDeleteAsync(stop);
                await db.SourceDays.ExecuteDeleteAsync(stop);
                await db.CountedWeeks.ExecuteDeleteAsync(stop);
                await db.QuestionFates.ExecuteDeleteAsync(stop);
                await db.Cursors.Where(c => c.Name == CursorName).ExecuteDeleteAsync(stop);
            },
            stop
        );
        await CatchUp(stop);
    }

    /// <summary>Ties are between employees; the other end of an act may be a guest.</summary>
    private static async Task<HashSet<Guid>> Employees(IntranetDb db, IReadOnlyList<Act> acts)
    {
        var others = acts.Where(a => a.Verb.IsTie).Select(a => a.OwnerId).OfType<Guid>().Distinct().ToList();
        var employees = new HashSet<Guid>();
        foreach (var some in others.Chunk(500))
            employees.UnionWith(
                await db
                    .People.IgnoreQueryFilters([Sight.Name])
                    .Where(p => some.Contains(p.Id) && p.Kind == PersonKind.Employee)
                    .Select(p => p.Id)
                    .ToListAsync()
            );
        return employees;
    }

    /// <summary>What happens with clients makes no line on a map of the organisation.</summary>
    private static async Task<HashSet<Guid>> ClientRooms(IntranetDb db, IReadOnlyList<Act> acts)
    {
        var rooms = acts.Select(a => a.SpaceId).OfType<Guid>().Distinct().ToList();
        return rooms.Count == 0
            ? []
            : await db
                .Spaces.IgnoreQueryFilters([Sight.Name])
                .Where(s => s.Purpose == SpacePurpose.ClientRoom)
                .Select(s => s.Id)
                .ToHashSetAsync();
    }

    private static async Task Questions(IntranetDb db, IReadOnlyList<Act> acts)
    {
        foreach (var act in acts.Where(a => a.SourceId == Source.Here && a.PostId is not null))
        {
            if (act.Verb == Verb.Asked && act.Counts)
                db.Add(new QuestionFate(act.PostId!.Value, act.SpaceId!.Value, act.ActorId, act.TeamId, act.At));
            else if (
                act.Verb is Verb.Answered or Verb.Commented or Verb.AcceptedAnswer
                && await db.FindAsync<QuestionFate>(act.PostId!.Value) is { } question
            )
            {
                if (act.Verb == Verb.AcceptedAnswer)
                    question.Settled(act.At);
                else if (act.ActorId != question.AskerId)
                    question.Answered(act.At);
            }
        }
    }
}
