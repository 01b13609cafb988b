using System.Net;
using System.Net.Http.Headers;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.Extensions.Time.Testing;

namespace Intranet.Tests.Data;

public sealed class PaceTests
{
    [Fact]
    public void So_many_at_once_then_one_in_each_interval_and_each_person_for_themselves()
    {
        var clock = new FakeTimeProvider();
        var pace = new Pace(clock, atOnce: 3);
        var (ann, ben) = (Guid.NewGuid(), Guid.NewGuid());
        for (var i = 0; i < 3; i++)
            pace.Take(ann);

        Assert.Contains("Wait 3 seconds", Assert.Throws<Refusal>(() => pace.Take(ann)).Message);
        pace.Take(ben);
        clock.Advance(Pace.Interval);
        pace.Take(ann);
        Assert.Throws<Refusal>(() => pace.Take(ann));
        clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 3; i++)
            pace.Take(ann);
        Assert.Throws<Refusal>(() => pace.Take(ann));
    }

    [Fact]
    public async Task A_script_in_somebodys_name_is_slowed_down_and_others_are_not()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var (ann, ben) = (await office.Employee("Ann"), await office.Employee("Ben"));
        var room = await office.Room("Turbine", Openness.Open, ann, ben);
        var said = 0;

        var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
        {
            for (; said < 2 * Pace.AtOnce; said++)
                await Say(ann);
        });

        Assert.Contains("Wait", refusal.Message);
        Assert.InRange(said, Pace.AtOnce, 2 * Pace.AtOnce - 1);
        await Say(ben);
        // Pictures fill a disk and are told to nobody; they are counted at their door.
        using var browser = office.Browser(await office.Cookie(ann.Id));
        using var picture = new ByteArrayContent([1]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var answer = await browser.PostAsync("/api/images", picture);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("in a short time", await answer.Content.ReadAsStringAsync());
        // What nobody is told of is not held up.
        await office
            .Get<Keepsakes>()
            .Save(ann.Eyes(), (await office.Get<Posts>().Publish(ben.Eyes(), room.Id, PostKind.Update, null, "x", "k")), true);

        Task<Guid> Say(Person person) =>
            office.Get<Posts>().Publish(person.Eyes(), room.Id, PostKind.Update, null, "Again", $"{Guid.NewGuid():N}");
    }
}
