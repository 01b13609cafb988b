using Intranet.App.Api;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Api;

public sealed class AccessTokensTests
{
    [Theory, OnBoth]
    public async Task One_sees_and_withdraws_ones_own_tokens_and_nobody_elses(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var tokens = office.Get<AccessTokens>();
        var (owner, stranger) = (await office.Employee("Olga"), await office.Employee("Otto", Duties.Admin));
        var made = await tokens.Make(owner.Eyes(), " wall board ", 30);
        var mine = Assert.Single(await tokens.Mine(owner.Eyes()));
        Assert.Equal(("wall board", office.Clock.GetUtcNow().AddDays(30)), (mine.Name, mine.ExpiresAt));
        Assert.DoesNotContain(made.Secret, mine.Hash, StringComparison.Ordinal);
        Assert.Equal(owner.Id, (await tokens.Bearer(made.Secret))?.PersonId);

        Assert.Empty(await tokens.Mine(stranger.Eyes()));
        await tokens.Withdraw(stranger.Eyes(), mine.Id);
        Assert.NotNull(await tokens.Bearer(made.Secret));

        await tokens.Withdraw(owner.Eyes(), mine.Id);
        await tokens.Withdraw(owner.Eyes(), mine.Id);
        Assert.Null(await tokens.Bearer(made.Secret));
        Assert.False(await tokens.Holds(mine.Id));
        Assert.Empty(await tokens.Mine(owner.Eyes()));
        Assert.Equal([Verb.TokenMade, Verb.TokenWithdrawn], await Ledger(office, owner));
    }

    [Theory, OnBoth]
    public async Task A_token_ends_with_its_days_and_with_its_person(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var tokens = office.Get<AccessTokens>();
        var (brief, leaver) = (await office.Employee("Sam"), await office.Employee("Lea"));
        var week = await tokens.Make(brief.Eyes(), "week", 7);
        var year = await tokens.Make(leaver.Eyes(), "year", AccessTokens.MostDays);

        office.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Null(await tokens.Bearer(week.Secret));
        Assert.Empty(await tokens.Mine(brief.Eyes()));
        Assert.NotNull(await tokens.Bearer(year.Secret));

        await office.Store.Write(
            Viewer.Nobody,
            async work => (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == leaver.Id)).Deactivate(work.Now)
        );
        Assert.Null(await tokens.Bearer(year.Secret));
        await Assert.ThrowsAsync<Refusal>(() => tokens.Make(leaver.Eyes(), "again", 7));
        await Assert.ThrowsAsync<Refusal>(() => tokens.MakeFor(leaver.Email, "again", 7));
    }

    [Theory, OnBoth]
    public async Task The_same_form_sent_twice_makes_one_token(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var tokens = office.Get<AccessTokens>();
        var owner = await office.Employee("Olga");
        var key = Guid.CreateVersion7();

        await tokens.Make(owner.Eyes(), "bot", 7, key);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => tokens.Make(owner.Eyes(), "bot", 7, key));

        Assert.Contains("shown only once", refusal.Message);
        Assert.Single(await tokens.Mine(owner.Eyes()));
    }

    [Theory, OnBoth]
    public async Task Names_days_and_numbers_have_bounds(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var tokens = office.Get<AccessTokens>();
        var owner = await office.Employee("Olga");

        await Assert.ThrowsAsync<Refusal>(() => tokens.Make(owner.Eyes(), "  ", 7));
        await Assert.ThrowsAsync<Refusal>(() => tokens.Make(owner.Eyes(), new string('x', AccessToken.NameLimit + 1), 7));
        await Assert.ThrowsAsync<Refusal>(() => tokens.Make(owner.Eyes(), "bot", 0));
        await Assert.ThrowsAsync<Refusal>(() => tokens.Make(owner.Eyes(), "bot", AccessTokens.MostDays + 1));
        await Assert.ThrowsAsync<Refusal>(() => tokens.MakeFor("nobody@example.org", "bot", 7));

        for (var i = 0; i < AccessTokens.MostTokens; i++)
            await tokens.MakeFor(owner.Email, $"bot {i}", 7);
        await Assert.ThrowsAsync<Refusal>(() => tokens.Make(owner.Eyes(), "one more", 7));
        Assert.Equal(AccessTokens.MostTokens, (await tokens.Mine(owner.Eyes())).Count);
    }

    private static Task<List<Verb>> Ledger(Office office, Person person) =>
        office.Store.Read(
            Viewer.Nobody,
            db => db.Activities.Where(a => a.ThingId == person.Id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()
        );
}
