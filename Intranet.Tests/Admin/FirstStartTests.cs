using Intranet.App.Admin.Start;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Admin;

public sealed class FirstStartTests
{
    private static readonly Founding Nordwind = new(
        "Nordwind Energy",
        "Ingrid Solheim",
        "ingrid@nordwind.example",
        "quiet harbour lantern fig"
    );

    [Theory, OnBoth]
    public async Task Set_up_makes_a_founder_with_both_duties_and_a_first_space(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var start = office.Get<FirstStart>();
        Assert.True(await start.Awaited());

        var id = await start.SetUp(Nordwind);

        Assert.False(await start.Awaited());
        var founder = await office.Store.Read(new Viewer(id), db => db.People.SingleAsync(p => p.Id == id));
        Assert.Equal((Duties.Admin | Duties.Analyst, PersonKind.Employee), (founder.Duties, founder.Kind));
        Assert.Equal(["Everyone"], await office.Store.Read(new Viewer(id), db => db.Memberships.Select(m => m.Space.Name).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Of_many_at_once_one_wins_and_the_others_get_a_sentence(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var start = office.Get<FirstStart>();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Try(Nordwind with { Email = $"founder{i}@nordwind.example" }))
        );

        Assert.Single(outcomes, (string?)null);
        Assert.All(outcomes.Where(o => o is not null), o => Assert.Equal(FirstStart.AlreadyDone, o));
        Assert.Equal(1, await office.Store.Read(Viewer.Nobody, db => db.Users.CountAsync()));

        async Task<string?> Try(Founding founding)
        {
            try
            {
                await start.SetUp(founding);
                return null;
            }
            catch (Refusal refusal)
            {
                return refusal.Message;
            }
        }
    }

    [Theory, OnBoth]
    public async Task A_refused_set_up_leaves_nothing_behind(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var start = office.Get<FirstStart>();
        foreach (
            var wrong in new[]
            {
                Nordwind with
                {
                    Organisation = " ",
                },
                Nordwind with
                {
                    Name = "",
                },
                Nordwind with
                {
                    Email = "nobody",
                },
                Nordwind with
                {
                    Password = "password1234",
                },
            }
        )
            await Assert.ThrowsAsync<Refusal>(() => start.SetUp(wrong));

        Assert.True(await start.Awaited());
        Assert.Equal(0, await office.Store.Read(Viewer.Nobody, db => db.Users.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Set_up_by_environment_happens_once_and_says_what_is_missing(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var start = office.Get<FirstStart>();
        var given = new Dictionary<string, string?> { ["INTRANET_ORGANISATION"] = "Nordwind Energy" };
        Assert.Contains("INTRANET_ADMIN_PASSWORD_FILE", await Unattended.SetUp(start, given.GetValueOrDefault));
        (given["INTRANET_ADMIN_NAME"], given["INTRANET_ADMIN_EMAIL"]) = ("Ingrid", "ingrid@nordwind.example");
        var file = Path.Combine(office.Installation.Folder, "secret");
        await File.WriteAllTextAsync(file, "quiet harbour lantern fig\n");
        given["INTRANET_ADMIN_PASSWORD_FILE"] = file;

        Assert.Null(await Unattended.SetUp(start, given.GetValueOrDefault));
        Assert.Null(await Unattended.SetUp(start, given.GetValueOrDefault));

        Assert.Equal(1, await office.Store.Read(Viewer.Nobody, db => db.Users.CountAsync()));
    }
}
