using System.Security.Claims;
using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Access;

public sealed class SessionTests
{
    private const string Right = "quiet harbour lantern fig";

    [Theory, OnBoth]
    public async Task A_session_holds_until_it_is_ended_there(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ada = await office.Employee("Ada");
        var sessions = office.Get<Sessions>();
        var (here, there) = (await Begin(office, ada), await Begin(office, ada));
        Assert.True(await sessions.Holds(here) && await sessions.Holds(there));

        await sessions.End(ada.Eyes(), Sessions.Id(there)!.Value);

        Assert.True(await sessions.Holds(here));
        Assert.False(await sessions.Holds(there));
    }

    [Theory, OnBoth]
    public async Task Nobody_ends_or_lists_the_sessions_of_others(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (ada, eve) = (await office.Employee("Ada"), await office.Employee("Eve", Duties.Admin));
        var hers = await Begin(office, ada);
        var sessions = office.Get<Sessions>();

        await sessions.End(eve.Eyes(), Sessions.Id(hers)!.Value);
        await sessions.EndOthers(eve.Eyes(), Guid.NewGuid());

        Assert.True(await sessions.Holds(hers));
        Assert.Empty(await sessions.Mine(eve.Eyes()));
        Assert.Single(await sessions.Mine(ada.Eyes()));
    }

    [Theory, OnBoth]
    public async Task A_session_does_not_hold_for_another_person(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (ada, eve) = (await office.Employee("Ada"), await office.Employee("Eve"));
        var hers = await Begin(office, ada);

        Assert.False(await office.Get<Sessions>().Holds(User(eve.Id, Sessions.Id(hers)!.Value)));
    }

    [Theory, OnBoth]
    public async Task Two_idle_weeks_end_a_session_and_use_prolongs_it(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ada = await office.Employee("Ada");
        var sessions = office.Get<Sessions>();
        var mine = await Begin(office, ada);
        for (var i = 0; i < 3; i++)
        {
            office.Clock.Advance(TimeSpan.FromDays(13));
            Assert.True(await sessions.Holds(mine));
        }
        office.Clock.Advance(TimeSpan.FromDays(14.1));
        Assert.False(await sessions.Holds(mine));
    }

    [Theory, OnBoth]
    public async Task Changing_the_password_ends_the_other_sessions_and_needs_the_current_one(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ada = await WithAccount(office);
        var accounts = office.Get<Accounts>();
        var (here, there) = (await Begin(office, ada), await Begin(office, ada));
        var session = Sessions.Id(here)!.Value;
        await Assert.ThrowsAsync<Refusal>(() => accounts.ChangePassword(ada.Eyes(), "not this one at all", Right + " two", session));
        Assert.True(await office.Get<Sessions>().Holds(there));

        await accounts.ChangePassword(ada.Eyes(), Right, Right + " two", session);

        Assert.True(await office.Get<Sessions>().Holds(here));
        Assert.False(await office.Get<Sessions>().Holds(there));
    }

    [Theory, OnBoth]
    public async Task Ending_a_session_is_announced_to_the_persons_screens(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ada = await office.Employee("Ada");
        var session = await Begin(office, ada);
        var heard = new TaskCompletionSource<Happening>();
        using var ear = office.Announcer.Listen(
            Subject.Person(ada.Id),
            batch =>
            {
                foreach (var happening in batch.Where(h => h.Verb == Verb.SessionEnded))
                    heard.TrySetResult(happening);
                return Task.CompletedTask;
            }
        );

        await office.Get<Sessions>().End(ada.Eyes(), Sessions.Id(session)!.Value);

        Assert.Equal(ada.Id, (await heard.Task.WaitAsync(TimeSpan.FromSeconds(5))).ThingId);
    }

    [Theory, OnBoth]
    public async Task An_entry_link_works_once_and_for_seven_days(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ada = await office.Employee("Ada");
        var accounts = office.Get<Accounts>();
        var first = await Link(office, ada);
        var second = await Link(office, ada);
        Assert.Null(await accounts.LinkedPerson(first));
        Assert.Equal(ada.Id, (await accounts.LinkedPerson(second))?.Id);
        await Assert.ThrowsAsync<Refusal>(() => accounts.TakeUpLink(second, "short"));

        await accounts.TakeUpLink(second, Right);

        await Assert.ThrowsAsync<Refusal>(() => accounts.TakeUpLink(second, Right));
        var late = await Link(office, ada);
        office.Clock.Advance(TimeSpan.FromDays(7.1));
        await Assert.ThrowsAsync<Refusal>(() => accounts.TakeUpLink(late, Right));
    }

    [Fact]
    public void A_device_is_named_in_words()
    {
        Assert.Equal("Firefox on Linux", Device.Name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"));
        Assert.Equal("Another browser on an unknown system", Device.Name(null));
    }

    internal static async Task<ClaimsPrincipal> Begin(Office office, Person person) =>
        User(person.Id, await office.Get<Sessions>().Begin(person.Id, "Firefox on Linux", "127.0.0.1"));

    private static ClaimsPrincipal User(Guid person, Guid session) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.ToString()), new(Sessions.Claim, session.ToString())], "test"));

    private static Task<string> Link(Office office, Person person) =>
        office.Store.Write(Viewer.Nobody, work => office.Get<Accounts>().IssueLink(work, person));

    private static async Task<Person> WithAccount(Office office)
    {
        var ada = await office.Employee("Ada");
        await office.Store.Write(Viewer.Nobody, work => Task.FromResult(office.Get<Accounts>().Create(work, ada, Right)));
        return ada;
    }
}
