using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Spaces;

/// <summary>What happens when two people act on the same thing at the same moment.</summary>
public sealed class AtOnceTests
{
    [Theory, OnBoth]
    public async Task Two_approvals_at_once_admit_once_and_the_later_one_is_told(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (one, two) = (await office.Employee("Olga One"), await office.Employee("Olga Two"));
        var asker = await office.Employee("Ada Asker");
        var room = await office.Room("Choir", Openness.Closed, one, two);
        await office.Get<Rosters>().ChangeRole(one.Eyes(), room.Id, two.Id, SpaceRole.Owner);
        await office.Get<Admissions>().Ask(asker.Eyes(), room.Id, null);
        var request = Assert.Single(await office.Get<Admissions>().Waiting(one.Eyes(), room.Id));

        var ends = await Together(
            () => office.Get<Admissions>().Approve(one.Eyes(), room.Id, request.Id),
            () => office.Get<Admissions>().Approve(two.Eyes(), room.Id, request.Id)
        );

        Assert.Equal(1, ends.Count(refused => refused));
        Assert.Equal(1, await Written(office, Verb.Admitted));
        Assert.Equal(3, (await office.Get<Rosters>().Page(one.Eyes(), room.Id)).Count);
    }

    [Theory, OnBoth]
    public async Task Approving_and_withdrawing_at_once_end_in_one_of_the_two(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var room = await office.Room("Choir", Openness.Closed, owner);
        for (var round = 0; round < 5; round++)
        {
            var asker = await office.Employee($"Asker {round}");
            await office.Get<Admissions>().Ask(asker.Eyes(), room.Id, null);
            var request = Assert.Single(await office.Get<Admissions>().Waiting(owner.Eyes(), room.Id));

            var ends = await Together(
                () => office.Get<Admissions>().Approve(owner.Eyes(), room.Id, request.Id),
                () => office.Get<Admissions>().WithdrawRequest(asker.Eyes(), room.Id)
            );

            var standing = (await office.Get<Premises>().Look(asker.Eyes(), room.Id))!.Standing;
            Assert.Equal(1, ends.Count(refused => refused));
            Assert.Equal(ends[0] ? Standing.Outsider : Standing.Member, standing);
            Assert.Empty(await office.Get<Admissions>().Waiting(owner.Eyes(), room.Id));
        }
    }

    [Theory, OnBoth]
    public async Task Two_last_owners_leaving_at_once_leave_one_behind(Engine engine)
    {
        await using var office = await Office.Open(engine);
        for (var round = 0; round < 5; round++)
        {
            var (one, two) = (await office.Employee("Olga One"), await office.Employee("Olga Two"));
            var room = await office.Room("Choir", Openness.Closed, one, two);
            await office.Get<Rosters>().ChangeRole(one.Eyes(), room.Id, two.Id, SpaceRole.Owner);

            var ends = await Together(
                () => office.Get<Admissions>().Leave(one.Eyes(), room.Id),
                () => office.Get<Admissions>().Leave(two.Eyes(), room.Id)
            );

            Assert.Equal(1, ends.Count(refused => refused));
        }
    }

    [Theory, OnBoth]
    public async Task Joining_and_asking_many_times_at_once_make_one_place_and_one_request(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var keen = await office.Employee("Kim Keen");
        var open = await office.Room("Canteen", Openness.Open, owner);
        var closed = await office.Room("Choir", Openness.Closed, owner);

        await Together([.. Enumerable.Repeat(() => office.Get<Admissions>().Join(keen.Eyes(), open.Id), 6)]);
        await Together([.. Enumerable.Repeat(() => office.Get<Admissions>().Ask(keen.Eyes(), closed.Id, null), 6)]);

        Assert.Equal((1, 1), (await Written(office, Verb.Joined), await Written(office, Verb.RequestedToJoin)));
        Assert.Single(await office.Get<Admissions>().Waiting(owner.Eyes(), closed.Id));
    }

    private static Task<int> Written(Office office, Verb verb) =>
        office.Store.Read(App.Data.Viewer.Nobody, db => db.Activities.CountAsync(a => a.Verb == verb));

    /// <summary>Starts all at the same moment and tells of each whether it was refused. Anything but a refusal is a failure.</summary>
    private static async Task<bool[]> Together(params Func<Task>[] acts)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = acts.Select(act =>
            Task.Run(async () =>
            {
                await start.Task;
                try
                {
                    await act();
                    return false;
                }
                catch (Refusal)
                {
                    return true;
                }
            })
        );
        var all = Task.WhenAll(running.ToList());
        start.SetResult();
        return await all;
    }
}
