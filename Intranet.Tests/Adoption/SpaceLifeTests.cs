using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.Shared.Charts;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption;

public sealed class SpaceLifeTests
{
    [Theory, OnBoth]
    public async Task Spaces_are_counted_before_some_are_listed_and_the_list_has_both_the_sleeping_and_the_living(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga", Duties.Analyst);
        for (var i = 0; i < 20; i++)
        {
            var room = await office.Room($"Room {i}", Openness.Open, owner);
            if (i < 3)
                await office.Store.Write(
                    Viewer.Nobody,
                    work =>
                        Task.FromResult(work.Db.Activities.Add(new Act(work.Now, owner.Id, Verb.Posted, Channel.Web) { SpaceId = room.Id }))
                );
        }
        await office.Get<Rollup>().CatchUp();

        var spaces = (await office.Get<Dashboards>().Load(owner.Eyes(), new Question(Source.HereName, null, 26))).Beside.Spaces;

        Assert.Equal((20, 17, "17 of 20 spaces are asleep"), (spaces.All, spaces.Asleep, spaces.Finding));
        Assert.Equal("12 of 20 spaces you may see: asleep longest, and alive most recently", spaces.Listed);
        Assert.Equal(["Room 0", "Room 1", "Room 2"], spaces.Lines.Where(s => s.DaysAsleep == 0).Select(s => s.Name));
        Assert.Equal(12, spaces.Lines.Count);
    }
}
