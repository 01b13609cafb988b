using Intranet.App.Data;

namespace Intranet.App.Adoption;

/// <summary>Who could have acted, and in which team: what figures are counted over.</summary>
/// <param name="Print">Differs as soon as one of them, a team or the time zone does.</param>
internal sealed record Staff(List<Eligible> People, Groups Teams, int Print)
{
    public static async Task<Staff> Read(IntranetDb db, Calendar calendar)
    {
        var (people, teams) = (await Eligible.All(db, calendar), await Groups.Teams(db));
        var print = new HashCode();
        print.Add(calendar.Zone.Id);
        foreach (var person in people.OrderBy(p => p.Id))
            print.Add(person);
        foreach (var (team, row) in teams.Places)
            print.Add((team, row, teams.Rows[row]));
        return new Staff(people, teams, print.ToHashCode());
    }
}
