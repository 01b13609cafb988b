using Intranet.App.Shared;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Shared;

public sealed class PeopleSearchTests
{
    [Theory, OnBoth]
    public async Task Finds_a_few_people_who_work_here_by_a_part_of_their_name_those_who_begin_with_it_first(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var me = await office.Employee("Mia Smith");
        var anna = await office.Employee("Anna Berg");
        await office.Employee("Berit Dahl");
        await office.Guest("Bernd Guest");
        for (var i = 0; i < 10; i++)
            await office.Employee($"Otto Zimmer {i}");
        var search = office.Get<PeopleSearch>();

        Assert.Equal(["Berit Dahl", "Anna Berg"], (await search.Find(me.Eyes(), " BER", [])).Select(p => p.Name));
        Assert.Equal(["Berit Dahl"], (await search.Find(me.Eyes(), "ber", [anna.Id])).Select(p => p.Name));
        Assert.Equal(PeopleSearch.Most, (await search.Find(me.Eyes(), "zimmer", [])).Count);
        Assert.Empty(await search.Find(me.Eyes(), " ", []));
    }

    [Theory, OnBoth]
    public async Task A_guest_finds_only_whom_they_share_a_room_with(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        await office.Employee("Olaf Elsewhere");
        var guest = await office.Guest("Gina Guest");
        await office.Room("Client", Openness.Secret, SpacePurpose.ClientRoom, owner, guest);

        Assert.Equal(["Olga Owner"], (await office.Get<PeopleSearch>().Find(guest.Eyes(), "ol", [])).Select(p => p.Name));
    }
}
