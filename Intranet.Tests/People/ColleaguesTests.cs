using Intranet.App.People;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.People;

public sealed class ColleaguesTests
{
    [Theory, OnBoth]
    public async Task The_directory_is_paged_by_name_without_gap_or_repetition(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var me = await office.Employee("Zoe Reader");
        for (var i = 0; i < 90; i++)
            await office.Employee($"Person {i % 45:00}");
        var colleagues = office.Get<Colleagues>();
        var seen = new List<Colleague>();
        for (
            var page = await colleagues.Page(me.Eyes(), new());
            ;
            page = await colleagues.Page(me.Eyes(), new(), seen[^1].Name, seen[^1].Id)
        )
        {
            seen.AddRange(page.Take(Colleagues.PageSize));
            if (page.Count <= Colleagues.PageSize)
                break;
        }

        Assert.Equal(91, seen.Count);
        Assert.Equal(91, seen.Select(p => p.Id).Distinct().Count());
        Assert.Equal(seen.Select(p => p.Name).Order(StringComparer.Ordinal), seen.Select(p => p.Name));
    }

    [Theory]
    [OnBoth("lind", "Jonas Lindqvist")]
    [OnBoth("jonas lind", "Jonas Lindqvist")]
    [OnBoth("ö", "Öykü Demir")]
    [OnBoth("DEMIR", "Öykü Demir")]
    [OnBoth("plumber", "Jonas Lindqvist")]
    [OnBoth("100%", null)]
    public async Task People_are_found_by_parts_of_name_and_title(Engine engine, string text, string? found)
    {
        await using var office = await Office.Open(engine);
        var me = await office.Employee("Ann Reader");
        var jonas = await office.Employee("Jonas Lindqvist");
        await office.Employee("Öykü Demir");
        await office.Get<Profiles>().Change(jonas.Eyes(), new OwnWords("Jonas Lindqvist", "Plumber", null, null, null, null, false));

        var page = await office.Get<Colleagues>().Page(me.Eyes(), new DirectoryFilter(text));

        Assert.Equal(found is null ? [] : [found], page.Select(p => p.Name));
    }

    [Theory, OnBoth]
    public async Task A_profile_names_only_the_spaces_the_viewer_may_look_into(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (ada, ben) = (await office.Employee("Ada"), await office.Employee("Ben"));
        await office.Room("Everyone", Openness.Open, ada);
        await office.Room("Secret plan", Openness.Secret, ada);
        await office.Room("Works council", Openness.Closed, ada);
        await office.Room("Shared", Openness.Secret, ada, ben);

        var profile = await office.Get<Colleagues>().Profile(ben.Eyes(), ada.Id);

        Assert.Equal(["Everyone", "Shared"], profile!.Spaces.Select(s => s.Name));
    }

    [Theory, OnBoth]
    public async Task A_guest_finds_only_the_people_of_shared_rooms_and_no_chart(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga");
        var stranger = await office.Employee("Stan");
        var guest = await office.Guest("Gina");
        await office.Room("Client", Openness.Secret, owner, guest);
        var colleagues = office.Get<Colleagues>();

        Assert.Equal(["Gina", "Olga"], (await colleagues.Page(guest.Eyes(), new())).Select(p => p.Name));
        Assert.Null(await colleagues.Profile(guest.Eyes(), stranger.Id));
        Assert.Null(await colleagues.Profile(guest.Eyes(), Guid.NewGuid()));
        Assert.Empty(await office.Get<Teams>().All(guest.Eyes()));
    }

    [Theory, OnBoth]
    public async Task One_writes_only_about_oneself_and_within_the_limits(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ada = await office.Employee("Ada");
        var profiles = office.Get<Profiles>();
        var words = new OwnWords("Ada Byron", "Engineer", "Turin", "she/her", "Europe/Rome", "it", true);
        await profiles.Change(ada.Eyes(), words);
        Assert.Equal(words, await profiles.Mine(ada.Eyes()));

        await Assert.ThrowsAsync<Refusal>(() => profiles.Change(ada.Eyes(), words with { TimeZone = "Mars/Olympus" }));
        await Assert.ThrowsAsync<Refusal>(() => profiles.Change(ada.Eyes(), words with { Language = "xx" }));
        await Assert.ThrowsAsync<Refusal>(() => profiles.Change(ada.Eyes(), words with { Title = new string('x', 200) }));
        await Assert.ThrowsAsync<Refusal>(() => profiles.Change(ada.Eyes(), words with { Name = " " }));
        Assert.Equal(words, await profiles.Mine(ada.Eyes()));
    }
}
