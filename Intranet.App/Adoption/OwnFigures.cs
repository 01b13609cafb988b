using Intranet.App.Data;
using Intranet.Domain.Adoption;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>A person's own numbers, for that person only.</summary>
public sealed class OwnFigures(Store store)
{
    public const int Weeks = 12;

    public Task<Own> Of(Viewer viewer) =>
        store.Read(
            viewer,
            async db =>
            {
                var me = viewer.PersonId;
                var calendar = await Calendar.Of(db);
                var first = Calendar.Monday(calendar.Day(db.Now)) - 7 * (Weeks - 1);
                var rows = (await Counted(db, first)).ToDictionary(w => w.Week);
                var ties = await db
                    .TieWeeks.Where(t => t.SourceId == Source.Here && t.Week >= first && (t.FromId == me || t.ToId == me))
                    .Select(t => new { t.FromId, t.ToId })
                    .ToListAsync();
                var to = ties.Where(t => t.FromId == me).Select(t => t.ToId).ToHashSet();
                var from = ties.Where(t => t.ToId == me).Select(t => t.FromId).ToHashSet();
                return new Own(
                    [
                        .. Enumerable
                            .Range(0, Weeks)
                            .Select(i => first + 7 * i)
                            .Select(w => Period.Week(DateOnly.FromDayNumber(w)).Key)
                            .Select(w => rows.GetValueOrDefault(w) ?? new OwnWeek(w, 0, 0, 0, 0)),
                    ],
                    to.Count,
                    from.Count,
                    to.Intersect(from).Count()
                );
            }
        );

    /// <summary>Every week that was counted of this person, the first one first.</summary>
    public Task<List<OwnWeek>> All(Viewer viewer) => store.Read(viewer, db => Counted(db, first: 0));

    private static async Task<List<OwnWeek>> Counted(IntranetDb db, int first)
    {
        var rows = await db
            .PersonWeeks.Where(w => w.SourceId == Source.Here && w.PersonId == db.ViewerId && w.Week >= first)
            .GroupBy(w => w.Week)
            .OrderBy(g => g.Key)
            .Select(g => new
            {
                Week = g.Key,
                Opened = g.Sum(x => x.Opened),
                Reacted = g.Sum(x => x.Reacted),
                Answered = g.Sum(x => x.Answered),
                Authored = g.Sum(x => x.Authored),
            })
            .ToListAsync();
        return
        [
            .. rows.Select(r => new OwnWeek(Period.Week(DateOnly.FromDayNumber(r.Week)).Key, r.Opened, r.Reacted, r.Answered, r.Authored)),
        ];
    }
}

/// <summary>Twelve weeks of one's own, and with how many people one was in touch: written to, heard from, both.</summary>
public sealed record Own(IReadOnlyList<OwnWeek> Weeks, int WroteTo, int HeardFrom, int Both);

/// <summary>One week of one's own acts.</summary>
public sealed record OwnWeek(string Week, int Opened, int Reacted, int Answered, int Authored);
