using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Data;

/// <summary>What serves one reader after another is cut to each of them anew.</summary>
public sealed class ReadersTests
{
    [Theory, OnBoth]
    public async Task Many_who_read_by_turns_each_see_their_own_and_nothing_that_was_read_before(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (anna, bob) = (await office.Employee("Anna"), await office.Employee("Bob"));
        var den = await office.Room("Den", Openness.Secret, anna);
        var nest = await office.Room("Nest", Openness.Secret, bob);

        var looks = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    Task.Run(() =>
                        Look(
                            i % 3 == 0 ? anna
                            : i % 3 == 1 ? bob
                            : null
                        )
                    )
                )
        );

        Assert.All(looks, (look, i) => Assert.Equal((Expected(i), 0), (look.Space, look.Remembered)));

        Guid? Expected(int i) =>
            (i % 3) switch
            {
                0 => den.Id,
                1 => nest.Id,
                _ => null,
            };

        Task<(Guid? Space, int Remembered)> Look(Person? who) =>
            office.Store.Read(
                who?.Eyes() ?? Viewer.Nobody,
                async db =>
                {
                    var remembered = db.ChangeTracker.Entries().Count();
                    return ((await db.Spaces.AsTracking().SingleOrDefaultAsync())?.Id, remembered);
                }
            );
    }

    [Theory, OnBoth]
    public async Task A_read_that_is_refused_half_way_leaves_nothing_to_the_next(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var anna = await office.Employee("Anna");

        for (var i = 0; i < 5; i++)
            await Assert.ThrowsAsync<Refusal>(() =>
                office.Store.ReadAtOnce<int>(
                    anna.Eyes(),
                    async db =>
                    {
                        await db.People.AsTracking().LoadAsync();
                        throw new Refusal("No.");
                    }
                )
            );

        await office.Employee("Ben");
        Assert.Equal(2, await office.Store.ReadAtOnce(anna.Eyes(), db => db.People.CountAsync(p => p.Kind == PersonKind.Employee)));
    }

    [Theory, OnBoth]
    public async Task A_question_nobody_has_asked_yet_does_not_leave_the_read(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var anna = await office.Employee("Anna");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            office.Store.Read(anna.Eyes(), db => Task.FromResult(db.People.Where(p => p.Kind == PersonKind.Employee)))
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            office.Store.Read(anna.Eyes(), db => Task.FromResult(db.People.AsAsyncEnumerable()))
        );
    }
}
