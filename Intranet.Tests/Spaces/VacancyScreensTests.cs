using Bunit;
using Intranet.App.Data;
using Intranet.App.People.Admin;
using Intranet.App.Spaces;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;

namespace Intranet.Tests.Spaces;

public sealed class VacancyScreensTests
{
    private const string Sentence = "Nobody looks after this space at the moment; an administrator can name an owner.";

    [Fact]
    public async Task A_space_nobody_looks_after_says_so_inside_at_its_door_and_to_the_admin_on_every_page()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var owner = await office.Employee("Olga Owner");
        var member = await office.Employee("Mia Member");
        var outsider = await office.Employee("Otto Outsider");
        var admin = await office.Employee("Ad Min", Duties.Admin);
        var room = await office.Room("Turbine", Openness.Closed, owner, member);
        Assert.Equal(("", "", ""), (await Notice(office, member, room), await Notice(office, outsider, room), await Tally(office, admin)));

        await Leaves(office, owner);

        Assert.Equal((Sentence, Sentence), (await Notice(office, member, room), await Notice(office, outsider, room)));
        Assert.Equal(("1 without an owner", ""), (await Tally(office, admin), await Tally(office, member)));
        Assert.DoesNotContain("Accounts", await Card(office, admin));
        await Leaves(office, member);
        Assert.Contains("Reactivate the account of somebody who was in it under Accounts", await Card(office, admin));
    }

    private static Task Leaves(Office office, Person person) =>
        office.Store.Write(Viewer.Nobody, async work => (await Arrivals.Addressee(work.Db, person.Email))!.Deactivate(work.Now));

    private static async Task<string> Notice(Office office, Person person, Space room)
    {
        await using var desk = new Desk(office, person);
        var space = (await office.Get<Premises>().Look(person.Eyes(), room.Id))!;
        return string.Concat(
            desk.Show<SpaceHead>(p => p.Add(h => h.Space, space).Add(h => h.Tab, SpaceTabs.Feed))
                .FindAll(".notice")
                .Select(n => n.TextContent)
        );
    }

    private static async Task<string> Tally(Office office, Person person)
    {
        await using var desk = new Desk(office, person);
        var tabs = desk.Show<AdminTabs>(_ => { });
        return string.Concat(tabs.FindAll(".tally").Select(t => t.TextContent));
    }

    private static async Task<string> Card(Office office, Person admin)
    {
        await using var desk = new Desk(office, admin);
        var page = desk.Show<VacanciesPage>(_ => { });
        await Desk.Shows(page, () => page.FindAll(".list > li").Count == 1);
        return page.Find(".list > li").TextContent;
    }
}
