using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>Which part of the organisation somebody may see figures of, looked up at the moment they ask.</summary>
internal static class Scopes
{
    public static async Task<List<ScopeOption>> Of(IntranetDb db, Viewer viewer, TeamWeeks weeks)
    {
        var duties = await db.Insiders.Where(i => i.Id == viewer.PersonId).Select(i => (Duties?)i.Duties).SingleOrDefaultAsync();
        var led = duties is null ? [] : await db.Teams.Where(t => t.ManagerId == viewer.PersonId).Select(t => t.Id).ToListAsync();
        var all = duties?.HasFlag(Duties.Analyst) == true;
        if (!all && led.Count == 0)
            throw new Refusal("Adoption figures are for those who lead a team, and for analysts. Your own numbers are on your page.");
        int[] tops = all ? [0] : [.. led.Where(weeks.Rows.ContainsKey).Select(t => weeks.Rows[t])];
        var team = weeks.Rows.ToDictionary(r => r.Value, r => r.Key);
        var options = new List<ScopeOption>();
        for (var row = 0; row < weeks.Table.Groups.Count; row++)
            if (tops.Any(top => weeks.Within(row, top)) && (row == 0 || tops.Contains(row) || weeks.Children(row).Any()))
                options.Add(
                    new ScopeOption(row == 0 ? null : team[row], weeks.Table.Groups[row].Name ?? "Whole organisation", Depth(weeks, row))
                );
        return options.Count > 0 ? options : throw new Refusal("Your team is new; its figures start with its first week.");
    }

    private static int Depth(TeamWeeks weeks, int row)
    {
        var depth = 0;
        for (; weeks.Table.Groups[row].Parent >= 0; row = weeks.Table.Groups[row].Parent)
            depth++;
        return depth;
    }
}
