using Intranet.App.Access;
using Intranet.App.People;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Access;
using Intranet.Tests.World;

namespace Intranet.Tests.People;

public sealed class PersonnelTests
{
    public static TheoryData<string> AdminActs =>
        ["list", "find", "add", "link", "change", "deactivate", "reactivate", "add team", "change team", "remove team"];

    [Theory]
    [MemberData(nameof(AdminActs))]
    public async Task Every_act_of_administration_is_refused_to_all_but_active_administrators(string act)
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var admin = await office.Employee("Anna Admin", Duties.Admin);
        var former = await office.Employee("Frank Former", Duties.Admin);
        await office.Get<Personnel>().Deactivate(admin.Eyes(), former.Id);
        var team = await office.Team("Sales");
        Person[] others =
        [
            await office.Employee("Emil Employee"),
            await office.Employee("Ana Analyst", Duties.Analyst),
            await office.Guest("Gina Guest"),
            former,
        ];
        var target = await office.Employee("Tara Target");

        foreach (var person in others)
            await Assert.ThrowsAsync<Refusal>(() => Do(office, act, person, target, team));
        await Do(office, act, admin, target, team);
    }

    [Theory, OnBoth]
    public async Task The_last_administrator_can_neither_leave_nor_be_demoted(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var anna = await office.Employee("Anna Admin", Duties.Admin);
        var personnel = office.Get<Personnel>();
        var hers = (await personnel.Find(anna.Eyes(), anna.Id))!.Value.Particulars;
        await Assert.ThrowsAsync<Refusal>(() => personnel.Deactivate(anna.Eyes(), anna.Id));
        await Assert.ThrowsAsync<Refusal>(() => personnel.Change(anna.Eyes(), anna.Id, hers with { Duties = Duties.None }));
        await Assert.ThrowsAsync<Refusal>(() =>
            personnel.Change(anna.Eyes(), anna.Id, hers with { Duties = Duties.None, Kind = PersonKind.Guest })
        );

        var bert = await office.Employee("Bert", Duties.Admin);
        await personnel.Change(anna.Eyes(), anna.Id, hers with { Duties = Duties.None });

        await Assert.ThrowsAsync<Refusal>(() => personnel.Deactivate(bert.Eyes(), bert.Id));
    }

    [Theory, OnBoth]
    public async Task Of_two_administrators_who_demote_each_other_at_once_one_stays(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (anna, bert) = (await office.Employee("Anna", Duties.Admin), await office.Employee("Bert", Duties.Admin));
        var personnel = office.Get<Personnel>();

        var outcomes = await Task.WhenAll(Try(anna, bert), Try(bert, anna));

        Assert.Equal(1, outcomes.Count(done => done));

        async Task<bool> Try(Person by, Person whom)
        {
            try
            {
                await personnel.Deactivate(by.Eyes(), whom.Id);
                return true;
            }
            catch (Refusal)
            {
                return false;
            }
        }
    }

    [Theory, OnBoth]
    public async Task Deactivation_ends_every_session_and_closes_every_door(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var anna = await office.Employee("Anna", Duties.Admin);
        var (id, secret) = await office.Get<Personnel>().Add(anna.Eyes(), new Newcomer("Neil Newcomer", "neil@example.org"));
        var neil = new Person(id, "Neil Newcomer", "neil@example.org");
        var session = await SessionTests.Begin(office, neil);
        Assert.True(await office.Get<Sessions>().Holds(session));

        await office.Get<Personnel>().Deactivate(anna.Eyes(), id);

        Assert.False(await office.Get<Sessions>().Holds(session));
        Assert.Null(await office.Get<Accounts>().LinkedPerson(secret));
        await Assert.ThrowsAsync<Refusal>(() => office.Get<Sessions>().Begin(id, "Firefox on Linux", null));
        await Assert.ThrowsAsync<Refusal>(() => office.Get<Personnel>().IssueLink(anna.Eyes(), id));
    }

    [Theory, OnBoth]
    public async Task The_account_list_shows_guests_of_rooms_the_administrator_cannot_see_and_nothing_of_the_rooms(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var anna = await office.Employee("Anna", Duties.Admin);
        var owner = await office.Employee("Olga");
        var guest = await office.Guest("Gina Guest");
        await office.Room("Client", Openness.Secret, owner, guest);

        var lines = await office.Get<Personnel>().List(anna.Eyes(), new AccountFilter(State: AccountState.Guests));

        Assert.Equal("Gina Guest", Assert.Single(lines).Name);
        Assert.Null(await office.Get<Colleagues>().Profile(anna.Eyes(), guest.Id));
    }

    [Theory, OnBoth]
    public async Task Nobody_comes_to_report_to_themselves_through_others(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var admin = await office.Employee("Anna", Duties.Admin);
        var (a, b, c) = (await office.Employee("Abe"), await office.Employee("Bea"), await office.Employee("Cem"));
        await Report(b, a);
        await Report(c, b);

        await Assert.ThrowsAsync<Refusal>(() => Report(a, c));
        await Assert.ThrowsAsync<Refusal>(() => Report(a, a));

        async Task Report(Person who, Person to)
        {
            var personnel = office.Get<Personnel>();
            var found = (await personnel.Find(admin.Eyes(), who.Id))!.Value.Particulars;
            await personnel.Change(admin.Eyes(), who.Id, found with { ManagerId = to.Id });
        }
    }

    [Theory, OnBoth]
    public async Task A_team_cannot_stand_below_itself(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var admin = await office.Employee("Anna", Duties.Admin);
        var teams = office.Get<Teams>();
        var top = await teams.Add(admin.Eyes(), "Top", null);
        var middle = await teams.Add(admin.Eyes(), "Middle", top);
        var low = await teams.Add(admin.Eyes(), "Low", middle);

        await Assert.ThrowsAsync<Refusal>(() => teams.Change(admin.Eyes(), top, "Top", low, null));
        await Assert.ThrowsAsync<Refusal>(() => teams.Change(admin.Eyes(), top, "Top", top, null));
        await Assert.ThrowsAsync<Refusal>(() => teams.Add(admin.Eyes(), "Low", middle));
        await Assert.ThrowsAsync<Refusal>(() => teams.Remove(admin.Eyes(), middle));
        await teams.Change(admin.Eyes(), low, "Low", null, admin.Id);

        Assert.Equal(
            ("Anna", (Guid?)null),
            (await teams.All(admin.Eyes())).Where(t => t.Id == low).Select(t => (t.Manager, t.ParentId)).Single()
        );
    }

    [Theory, OnBoth]
    public async Task Two_people_cannot_share_an_address_however_it_is_spelled(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var admin = await office.Employee("Anna", Duties.Admin);
        await office.Get<Personnel>().Add(admin.Eyes(), new Newcomer("Neil", "neil@example.org"));

        await Assert.ThrowsAsync<Refusal>(() => office.Get<Personnel>().Add(admin.Eyes(), new Newcomer("Other", " NEIL@Example.org ")));
    }

    private static async Task Do(Office office, string act, Person by, Person target, Team team)
    {
        var (people, teams, eyes) = (office.Get<Personnel>(), office.Get<Teams>(), by.Eyes());
        var particulars = new Particulars("Tara Target", target.Email, PersonKind.Employee, Duties.None, null, null, "Changed", null);
        Task doing = act switch
        {
            "list" => people.List(eyes, new AccountFilter()),
            "find" => people.Find(eyes, target.Id),
            "add" => people.Add(eyes, new Newcomer("Neil", "neil@example.org")),
            "link" => people.IssueLink(eyes, target.Id),
            "change" => people.Change(eyes, target.Id, particulars),
            "deactivate" => people.Deactivate(eyes, target.Id),
            "reactivate" => people.Reactivate(eyes, target.Id),
            "add team" => teams.Add(eyes, "New", null),
            "change team" => teams.Change(eyes, team.Id, "Renamed", null, null),
            "remove team" => teams.Remove(eyes, team.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
        await doing;
    }
}
