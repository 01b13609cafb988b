using System.Buffers.Binary;
using System.Security.Cryptography;
using Intranet.App.Data;
using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>Who could have acted, and in which team: what figures are counted over.</summary>
/// <param name="Print">Differs as soon as one of them, a team or the time zone does; within this process only.</param>
internal sealed record Staff(List<Eligible> People, Groups Teams, int Print)
{
    public static async Task<Staff> Read(IntranetDb db, Calendar calendar)
    {
        var (people, teams) = (await Eligible.All(db, calendar), await Groups.Teams(db));
        var print = new HashCode();
        print.Add(calendar.Zone.Id);
        foreach (var person in people)
            print.Add(person);
        foreach (var (team, row) in teams.Places)
            print.Add((team, row, teams.Rows[row]));
        return new Staff(people, teams, print.ToHashCode());
    }

    /// <summary>For each week: who could have acted in it and how the teams stand, the same in every process. Who comes or moves today leaves past weeks as they are.</summary>
    public long[] Prints(IReadOnlyList<Period> weeks)
    {
        // Sums wrap around: Sum() would throw where they do.
        var all = Teams.Places.Aggregate(0L, (sum, t) => unchecked(sum + Hash(t.Key, Guid.Empty, t.Value, Teams.Rows[t.Value].Parent)));
        var prints = new long[weeks.Count];
        Array.Fill(prints, all);
        foreach (var career in Career.All(People))
        {
            var (team, print) = ((Guid?)null, 0L);
            for (var week = 0; week < prints.Length; week++)
                if (career.Team(weeks[week]) is { } now)
                {
                    if (now != team)
                        (team, print) = (now, Hash(career.Person, now, -1, -1));
                    prints[week] = unchecked(prints[week] + print);
                }
        }
        return prints;
    }

    private static long Hash(Guid first, Guid second, int third, int fourth)
    {
        Span<byte> bytes = stackalloc byte[40];
        first.TryWriteBytes(bytes);
        second.TryWriteBytes(bytes[16..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[32..], third);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[36..], fourth);
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, whole);
        return BinaryPrimitives.ReadInt64LittleEndian(whole);
    }
}
