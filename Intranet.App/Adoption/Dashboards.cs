using Intranet.App.Data;
using Intranet.App.Shared.Charts;
using Intranet.Domain.Access;
using Intranet.Domain.Adoption;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>Puts the adoption page together for somebody who may see it: a manager their own teams, an analyst all of them.</summary>
public sealed class Dashboards(Store store, Figures figures, QueryLog log)
{
    private const int LeastWeeks = 8;

    /// <summary>A question anew: it is written into the log before it is answered.</summary>
    /// <exception cref="Refusal">As for <see cref="Load"/>; then there was nothing to log.</exception>
    public async Task<Dashboard> Ask(Viewer viewer, Question question)
    {
        var board = await Load(viewer, question);
        await log.Note(viewer, new Asked(question.Source, board.Scope.Team, board.Scope.Name, $"Last {Window(question)} weeks"));
        return board;
    }

    /// <summary>The answer as it stands now; for a screen that has asked already and follows the figures.</summary>
    /// <exception cref="Refusal">The viewer leads no team and is no analyst, or asks for a team that is not theirs.</exception>
    public async Task<Dashboard> Load(Viewer viewer, Question question)
    {
        var (source, sources, today) = await store.Read(
            viewer,
            async db =>
                (
                    await Figures.SourceId(db, question.Source),
                    await db.Sources.OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(),
                    DateOnly.FromDayNumber((await Calendar.Of(db)).Day(db.Now))
                )
        );
        var weeks = await figures.Weeks(source);
        var scopes = await store.Read(viewer, db => Scopes.Of(db, viewer, weeks));
        var scope =
            scopes.FirstOrDefault(s => s.Team == question.Team || (question.Team is null && s == scopes[0]))
            ?? throw new Refusal("There is no such team among yours.");
        var top = scope.Team is { } team ? weeks.Rows[team] : 0;
        var table = weeks.Table;
        var from = Math.Max(0, table.Periods.Count - Window(question));
        var whole = WholeWeeks.Of(table, from, today);
        int[] shown = [.. Enumerable.Range(from, table.Periods.Count - from)];
        var reading = source == Source.Here || shown.Any(w => table.Rows[0, w].ReadersOnly is not null);
        var lines = Below(weeks, top)
            .Select(row => Line(weeks, row, shown, whole))
            .OrderBy(l => Silence.Of(l, whole.Running) is null)
            .ThenBy(l => l.Change ?? double.MaxValue)
            .ThenBy(l => l.Name)
            .ToList();
        var beside =
            source == Source.Here
                ? await store.Read(viewer, db => Besides.Of(db, weeks, top, table.Rows[top, table.Periods.Count - 1]))
                : Beside.Nothing;
        return new Dashboard(
            [Source.HereName, .. sources],
            scopes,
            scope,
            reading,
            whole.Running,
            whole.When,
            $"{table.Periods[from].Key} to {table.Periods[^1].Key}",
            Headlines.Of(Row(table, top, shown), whole, lines),
            Tiles(Row(table, top, shown), whole, reading),
            [.. shown.Select(w => table.Periods[w].Key)],
            Series(Row(table, top, shown), reading),
            lines,
            beside
        );
    }

    private static int Window(Question question) => Math.Clamp(question.Weeks, LeastWeeks, Periods.Most);

    /// <summary>All teams below; one that holds everybody is the scope itself under another name.</summary>
    private static IEnumerable<int> Below(TeamWeeks weeks, int top)
    {
        var last = weeks.Table.Periods.Count - 1;
        var everybody = weeks.Table.Rows[top, last].People;
        return Enumerable
            .Range(0, weeks.Table.Groups.Count)
            .Where(row => row != top && weeks.Within(row, top) && (everybody is null || weeks.Table.Rows[row, last].People != everybody));
    }

    private static Shown[] Row(Published table, int row, int[] weeks) => [.. weeks.Select(w => table.Rows[row, w])];

    private static List<ChartSeries> Series(Shown[] row, bool reading)
    {
        var series = new List<ChartSeries> { new("Active", [.. row.Select(r => Readings.Of(r, x => x.Active))]) };
        if (reading)
        {
            series.Add(new("Contributing", [.. row.Select(r => Readings.Of(r, x => x.Contributors))]));
            series.Add(new("Only reading", [.. row.Select(r => Readings.Of(r, x => x.ReadersOnly))]));
        }
        return series;
    }

    private static List<Tile> Tiles(Shown[] row, WholeWeeks weeks, bool reading)
    {
        var now = row[^1];
        var tiles = new List<Tile>
        {
            new(
                "People",
                now.People is { } people ? Reading.Of(people) : Readings.Of(now, _ => null),
                null,
                $"Employees with an account {weeks.When}."
            ),
            Figure("Active", $"did at least one thing {weeks.When}.", x => x.Active),
        };
        if (reading)
        {
            tiles.Add(Figure("Contributors", "posted, answered or reacted.", x => x.Contributors));
            tiles.Add(Figure("Only reading", "opened something and left it at that.", x => x.ReadersOnly));
        }
        else if (now.Acts is { } acts)
            tiles.Add(new("Acts", Reading.Of(acts), null, $"Things these people did {weeks.When}; for mail, messages sent."));
        return tiles;

        Tile Figure(string name, string did, Func<Shown, Count?> figure)
        {
            // One week tells what it was, not what is usual.
            var usual = weeks.Latest.Count > 1 ? Readings.Mean(weeks.Latest.Select(w => row[w]), figure) : null;
            var sentence = usual is { } mean
                ? $"{char.ToUpperInvariant(did[0])}{did[1..]} {(weeks.UpToDate ? "Usually" : "It was")} {mean} in a whole week ({weeks.Span})."
                : $"{char.ToUpperInvariant(did[0])}{did[1..]}";
            return new Tile(name, Readings.Of(now, figure), now.People, sentence);
        }
    }

    private static TeamLine Line(TeamWeeks weeks, int row, int[] shown, WholeWeeks whole)
    {
        var rows = Row(weeks.Table, row, shown);
        var recent = Readings.Mean(whole.Latest.Select(w => rows[w]), x => x.Active);
        var before = Readings.Mean(whole.Before.Select(w => rows[w]), x => x.Active);
        return new TeamLine(
            weeks.Rows.First(r => r.Value == row).Key,
            weeks.Table.Groups[row].Name ?? "",
            rows[^1].People,
            Readings.Of(rows[^1], x => x.Active),
            Readings.Of(rows[^1], x => x.Contributors),
            [.. rows.Select(r => Readings.Of(r, x => x.Active))],
            recent?.Middle - before?.Middle is { } change ? Math.Round(change) : null,
            weeks.Children(row).Any()
        );
    }
}
