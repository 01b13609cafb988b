using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Access;

public sealed class AppPasswordsTests
{
    [Theory, OnBoth]
    public async Task One_sees_and_withdraws_ones_own_and_nobody_elses(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var passwords = office.Get<AppPasswords>();
        var (owner, stranger) = (await office.Employee("Olga"), await office.Employee("Otto"));
        var made = await passwords.Make(owner.Eyes(), " laptop ");
        var mine = Assert.Single(await passwords.Mine(owner.Eyes()));
        Assert.Equal(("laptop", null), (mine.Name, mine.LastUsedAt));
        Assert.DoesNotContain(made.Replace("-", ""), mine.Hash, StringComparison.Ordinal);
        Assert.Equal(owner.Id, await passwords.Bearer(owner.Email.ToUpperInvariant(), made.Replace("-", "")));
        Assert.Equal(office.Clock.GetUtcNow(), Assert.Single(await passwords.Mine(owner.Eyes())).LastUsedAt);

        Assert.Null(await passwords.Bearer(stranger.Email, made));
        Assert.Null(await passwords.Bearer(owner.Email, made + "x"));
        Assert.Empty(await passwords.Mine(stranger.Eyes()));
        await passwords.Withdraw(stranger.Eyes(), mine.Id);
        Assert.NotNull(await passwords.Bearer(owner.Email, made));

        await passwords.Withdraw(owner.Eyes(), mine.Id);
        Assert.Null(await passwords.Bearer(owner.Email, made));
        Assert.Empty(await passwords.Mine(owner.Eyes()));
        Assert.Equal(
            [Verb.TokenMade, Verb.TokenWithdrawn],
            await office.Store.Read(Viewer.Nobody, db => db.Activities.OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync())
        );
    }

    [Theory, OnBoth]
    public async Task Only_the_active_get_one_and_a_form_sent_twice_makes_one(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var passwords = office.Get<AppPasswords>();
        var (owner, leaver) = (await office.Employee("Olga"), await office.Employee("Lea"));
        var late = await passwords.MakeFor(leaver.Email, "script");
        await office.Store.Write(
            Viewer.Nobody,
            async work => (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == leaver.Id)).Deactivate(work.Now)
        );
        Assert.Null(await passwords.Bearer(leaver.Email, late));
        await Assert.ThrowsAsync<Refusal>(() => passwords.Make(leaver.Eyes(), "again"));
        await Assert.ThrowsAsync<Refusal>(() => passwords.MakeFor(leaver.Email, "again"));
        await Assert.ThrowsAsync<Refusal>(() => passwords.Make(owner.Eyes(), " "));

        var key = Guid.CreateVersion7();
        await passwords.Make(owner.Eyes(), "laptop", key);
        Assert.Contains("shown only once", (await Assert.ThrowsAsync<Refusal>(() => passwords.Make(owner.Eyes(), "laptop", key))).Message);
        for (var i = 1; i < AppPasswords.Most; i++)
            await passwords.Make(owner.Eyes(), $"laptop {i}");
        await Assert.ThrowsAsync<Refusal>(() => passwords.Make(owner.Eyes(), "one more"));
    }
}
