using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Data;

public sealed class SightTests
{
    [Theory]
    [OnBoth(Openness.Open, true, true)]
    [OnBoth(Openness.Closed, false, true)]
    [OnBoth(Openness.Unlisted, false, false)]
    [OnBoth(Openness.Secret, false, false)]
    public async Task An_employee_outside_sees_inside_open_rooms_only_and_knows_of_open_and_closed_ones(
        Engine engine,
        Openness openness,
        bool reads,
        bool knows
    )
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var outsider = await office.Employee("Otto Outsider");
        var room = await office.Room("Turbine", openness, owner);
        await office.Get<Posts>().Publish(owner.Eyes(), room.Id, PostKind.Update, "Plan", "The plan stands.", "key-1");

        Assert.Equal(1, await Count(office, owner, db => db.Posts));
        Assert.Equal(reads ? 1 : 0, await Count(office, outsider, db => db.Posts));
        Assert.Equal(reads ? 1 : 0, await Count(office, outsider, db => db.Spaces));
        Assert.Equal(reads ? 1 : 0, await Count(office, outsider, db => db.Memberships));
        Assert.Equal(knows ? 1 : 0, await Count(office, outsider, db => db.Doorways));
    }

    [Theory, OnBoth]
    public async Task A_guest_sees_only_rooms_they_were_let_into_and_only_the_people_there(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        await office.Employee("Stranger Employee");
        var guest = await office.Guest("Gina Guest");
        var otherGuest = await office.Guest("Gustav Guest");
        await office.Room("Town hall", Openness.Open, owner);
        await office.Room("Other client", Openness.Secret, owner, otherGuest);
        Assert.Equal(0, await Count(office, guest, db => db.Spaces));
        Assert.Equal(0, await Count(office, guest, db => db.Doorways));

        await office.Room("Client", Openness.Secret, owner, guest);

        Assert.Equal(1, await Count(office, guest, db => db.Spaces));
        Assert.Equal(
            ["Gina Guest", "Olga Owner"],
            await office.Store.Read(guest.Eyes(), db => db.People.OrderBy(p => p.Name).Select(p => p.Name).ToListAsync())
        );
        Assert.Equal(0, await Count(office, guest, db => db.Teams));
    }

    [Theory, OnBoth]
    public async Task Sight_ends_with_the_stay_with_the_membership_and_with_the_account(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var guest = await office.Guest("Gina Guest");
        var member = await office.Employee("Mia Member");
        var leaver = await office.Employee("Lea Leaver");
        var room = await office.Room("Client", Openness.Secret, owner, guest, member, leaver);
        await office.Store.Write(
            Viewer.Nobody,
            async work =>
            {
                (await work.Db.Memberships.IgnoreQueryFilters([Sight.Name]).SingleAsync(m => m.PersonId == guest.Id)).StayUntil(
                    work.Now.AddDays(1)
                );
                (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == leaver.Id)).Deactivate(work.Now);
                work.Db.Memberships.Remove(
                    await work.Db.Memberships.IgnoreQueryFilters([Sight.Name]).SingleAsync(m => m.PersonId == member.Id)
                );
            }
        );

        Assert.Equal(1, await Count(office, guest, db => db.Spaces));
        Assert.Equal(0, await Count(office, member, db => db.Spaces));
        Assert.Equal(0, await Count(office, leaver, db => db.Spaces));
        office.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await Count(office, guest, db => db.Spaces));
    }

    [Theory, OnBoth]
    public async Task Who_is_not_a_member_cannot_publish_and_a_retry_publishes_once(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var outsider = await office.Employee("Otto Outsider");
        var room = await office.Room("Turbine", Openness.Open, owner);
        var posts = office.Get<Posts>();

        await Assert.ThrowsAsync<Refusal>(() => posts.Publish(outsider.Eyes(), room.Id, PostKind.Update, null, "Let me in", "key-1"));
        var first = await posts.Publish(owner.Eyes(), room.Id, PostKind.Update, null, "Once", "key-2");
        var again = await posts.Publish(owner.Eyes(), room.Id, PostKind.Update, null, "Once", "key-2");

        Assert.Equal(first, again);
        Assert.Equal(1, await Count(office, owner, db => db.Posts));
    }

    private static Task<int> Count<T>(Office office, Person viewer, Func<IntranetDb, DbSet<T>> table)
        where T : class => office.Store.Read(viewer.Eyes(), db => table(db).CountAsync());
}
