using System.Collections.Concurrent;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>Answers questions about adoption from the counters. Everything that leaves here has passed <see cref="Suppression"/>.</summary>
public sealed class Figures(Store store)
{
    private static readonly Threshold Limit = Threshold.Default;

    /// <summary>One source's figures as the operator prints them.</summary>
    /// <exception cref="Refusal">The source is not known or has no teams, or the range is too long.</exception>
    public Task<Report> Report(string source, By by, Grain grain, DateOnly? from, DateOnly? to) =>
        store.ReadAtOnce(
            Viewer.Nobody,
            async db =>
            {
                var calendar = await Calendar.Of(db);
                var community = await db.Sources.AnyAsync(s => s.Name == source) ? null : await TakenOver.Of(db, calendar, source);
                if (community is not null && by == By.Team)
                    throw new Refusal($"\"{source}\" is a community that was taken over, and has no teams. Ask for all of it or by space.");
                var id = community is null ? await SourceId(db, source) : Source.TakenOver;
                var span = community?.Span ?? await Span(db, id, calendar);
                var (first, last) = (from ?? span.First, to ?? span.Last);
                if (last < first)
                    throw new Refusal($"The range ends on {last:yyyy-MM-dd}, before it starts on {first:yyyy-MM-dd}.");
                var table = new Tables(db, calendar, id, Earlier(first, span.First), Later(last, span.Last), community);
                var published = await table.Published(by == By.Space ? Cut.Spaces : Cut.Teams, grain, first, last, Limit);
                return Domain.Adoption.Report.Of(published, source, calendar.Zone.Id, by, first, last, Limit);
            }
        );

    /// <summary>The weeks of a source from its first on, by team; kept until the counters move on.</summary>
    public async Task<TeamWeeks> Weeks(int source)
    {
        var now = await store.Read(Viewer.Nobody, Now);
        var kept = _weeks.AddOrUpdate(source, _ => Count(source, now), (_, old) => old.Moment == now ? old : Count(source, now));
        try
        {
            return await kept.Weeks.Value;
        }
        catch
        {
            // Whoever asks next counts again instead of hearing of this failure until somebody acts.
            _weeks.TryRemove(new(source, kept));
            throw;
        }
    }

    private readonly ConcurrentDictionary<int, (Moment Moment, Lazy<Task<TeamWeeks>> Weeks)> _weeks = new();

    private (Moment, Lazy<Task<TeamWeeks>>) Count(int source, Moment moment) => (moment, new(() => CountWeeks(source)));

    private async Task<TeamWeeks> CountWeeks(int source)
    {
        var (weeks, anew) = await store.ReadAtOnce(
            Viewer.Nobody,
            async db =>
            {
                var calendar = await Calendar.Of(db);
                var (first, last) = await Span(db, source, calendar);
                var staff = await Staff.Read(db, calendar);
                var (table, anew) = await KeptWeeks.Count(db, staff, source, Periods.Over(first, last, Grain.Week));
                return (new TeamWeeks(Suppression.Publish(table, Limit), staff.Teams.Places.ToDictionary()), anew);
            }
        );
        if (anew.Count > 0)
            await store.Write(Viewer.Nobody, work => KeptWeeks.Keep(work.Db, anew));
        return weeks;
    }

    private static async Task<Moment> Now(IntranetDb db)
    {
        var position = await db.Cursors.Where(c => c.Name == Rollup.CursorName).Select(c => c.Position).SingleOrDefaultAsync();
        var calendar = await Calendar.Of(db);
        return new Moment(position, calendar.Day(db.Now), (await Staff.Read(db, calendar)).Print);
    }

    /// <summary>What the figures depend on besides the source: how far the ledger was counted, the day, the people and their teams.</summary>
    private readonly record struct Moment(long Position, int Day, int People);

    internal static async Task<int> SourceId(IntranetDb db, string name) =>
        name == Source.HereName ? Source.Here
        : await db.Sources.SingleOrDefaultAsync(s => s.Name == name) is { } source ? source.Id
        : throw new Refusal($"There is no source \"{name}\". Known: {string.Join(", ", await Known(db))}.");

    private static async Task<IEnumerable<string>> Known(IntranetDb db) =>
        [Source.HereName, .. await db.Sources.OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(), .. await TakenOver.Names(db)];

    /// <summary>First and last day on which the source recorded anything; for what happens here, up to today.</summary>
    internal static async Task<(DateOnly First, DateOnly Last)> Span(IntranetDb db, int source, Calendar calendar)
    {
        var today = calendar.Day(db.Now);
        var days = db.SourceDays.Where(d => d.SourceId == source);
        var first = await days.MinAsync(d => (int?)d.Day) ?? today;
        var last = await days.MaxAsync(d => (int?)d.Day) ?? today;
        if (source == Source.Here)
            last = Math.Max(last, today);
        return (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
