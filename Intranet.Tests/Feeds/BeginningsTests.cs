using Bunit;
using Intranet.App.Feeds;
using Intranet.App.Shared;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Feeds;

public sealed class BeginningsTests : BunitContext
{
    [Theory, OnBoth]
    public async Task Whoever_comes_first_is_alone_until_a_second_comes(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var first = await office.Employee("Rita Vale", Duties.Admin);
        await office.Room("Everyone", Openness.Open, first);

        Assert.Equal(new Beginning(Alone: true, MoreSpaces: false), await Of(office, first));
        await office.Employee("Ann Lee");
        Assert.Equal(new Beginning(Alone: false, MoreSpaces: false), await Of(office, first));
    }

    [Theory, OnBoth]
    public async Task Only_a_space_one_may_know_of_is_one_to_find(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (owner, ann, guest) = (await office.Employee("Olga Owner"), await office.Employee("Ann Lee"), await office.Guest("Gus Guest"));
        await office.Room("Hidden", Openness.Secret, owner);
        Assert.False((await Of(office, ann)).MoreSpaces);

        await office.Room("Kitchen", Openness.Closed, owner);
        Assert.True((await Of(office, ann)).MoreSpaces);
        Assert.False((await Of(office, owner)).MoreSpaces);
        Assert.False((await Of(office, guest)).MoreSpaces);
    }

    [Fact]
    public async Task The_first_admin_is_led_to_a_post_to_colleagues_and_to_a_space_and_into_no_empty_list()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var rita = await office.Employee("Rita Vale", Duties.Admin);
        await office.Room("Everyone", Openness.Open, rita);

        Assert.Equal(["/write", "/admin/people", "/spaces?new=true"], Steps(office, rita, Duties.Admin));
    }

    [Fact]
    public async Task Whoever_is_no_admin_is_not_led_to_the_accounts_and_a_guest_not_to_a_new_space()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var ann = await office.Employee("Ann Lee");
        var guest = await office.Guest("Gus Guest");

        Assert.Equal(["/spaces?new=true"], Steps(office, ann));
        Assert.Empty(Steps(office, guest));
        await office.Room("Kitchen", Openness.Open, ann);
        Assert.Equal(["/spaces"], Steps(office, await office.Employee("Ben Okoro")));
    }

    private static Task<Beginning> Of(Office office, Person person) => office.Get<Beginnings>().Of(person.Eyes());

    private List<string?> Steps(Office office, Person person, Duties duties = Duties.None)
    {
        if (Services.All(s => s.ServiceType != typeof(Beginnings)))
            Services.AddSingleton(office.Get<Beginnings>()).AddSingleton(office.Get<Choices>());
        var me = new Me(person.Id, person.Name, person.Email, person.Kind, duties, null, false, TimeZoneInfo.Utc, null, null);
        var steps = Render<FirstSteps>(p => p.AddCascadingValue(me));
        steps.WaitForElement(".state");
        return [.. steps.FindAll(".state a").Select(a => a.GetAttribute("href"))];
    }
}
