using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Bench;

/// <summary>People and spaces to measure with; everybody has the same password and is in the first space.</summary>
internal sealed record Company(IReadOnlyList<Guid> People, IReadOnlyList<Guid> Spaces)
{
    public const string Password = "a bench for two hundred";

    public static string Email(int person) => $"person{person}@bench.example";

    /// <param name="roomsEach">In how many spaces besides the first each person is.</param>
    public static async Task<Company> Found(Store store, int people, int spaces, int roomsEach)
    {
        // One hash for all: a thousand honest ones would take minutes and measure nothing.
        var hash = new PasswordHasher<Account>().HashPassword(new Account(), Password);
        var chance = new Random(7);
        return await store.Write(
            Viewer.Nobody,
            work =>
            {
                work.Db.Settings.Add(new Setting(Setting.Organisation, "Bench"));
                var persons = Enumerable.Range(0, people).Select(Person).ToList();
                var rooms = Enumerable.Range(0, spaces).Select(Room).ToList();
                work.Db.People.AddRange(persons);
                work.Db.Users.AddRange(persons.Select(p => Account(p, hash)));
                work.Db.Spaces.AddRange(rooms);
                for (var i = 0; i < people; i++)
                    foreach (var room in Rooms(rooms, roomsEach, chance))
                        work.Db.Memberships.Add(
                            new Membership(room, persons[i], i == 0 ? SpaceRole.Owner : SpaceRole.Member, work.Now.AddDays(-400))
                        );
                return Task.FromResult(new Company([.. persons.Select(p => p.Id)], [.. rooms.Select(r => r.Id)]));

                Space Room(int i) =>
                    new(
                        Guid.CreateVersion7(work.Now),
                        $"Space {i}",
                        SpacePurpose.Project,
                        (i % 3) switch
                        {
                            0 => Openness.Open,
                            1 => Openness.Closed,
                            _ => Openness.Secret,
                        },
                        work.Now
                    );
            }
        );
    }

    /// <summary>One place to write for each of so many people, in different spaces where there are enough.</summary>
    public static Task<List<(Guid Person, Guid Space)>> Seats(Store store, int count) =>
        store.Read(
            Viewer.Nobody,
            async db =>
            {
                var seats = await db
                    .Seats.OrderBy(s => s.SpaceId)
                    .ThenBy(s => s.PersonId)
                    .Select(s => new { s.PersonId, s.SpaceId })
                    .ToListAsync();
                return seats.DistinctBy(s => s.PersonId).OrderBy(s => s.PersonId).Take(count).Select(s => (s.PersonId, s.SpaceId)).ToList();
            }
        );

    private static Person Person(int i) => new(Guid.CreateVersion7(), $"Person Number {i}", Email(i));

    private static Account Account(Person person, string hash) =>
        new()
        {
            Id = person.Id,
            Email = person.Email,
            UserName = person.Email,
            NormalizedEmail = person.Email.ToUpperInvariant(),
            NormalizedUserName = person.Email.ToUpperInvariant(),
            EmailConfirmed = true,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };

    private static IEnumerable<Space> Rooms(List<Space> rooms, int each, Random chance) =>
        Enumerable.Range(0, each).Select(_ => rooms[chance.Next(rooms.Count)]).Prepend(rooms[0]).Distinct();
}
