using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Intranet.Tests.Spaces.AdmissionsTests;

namespace Intranet.Tests.Spaces;

public sealed class GuestsTests
{
    private const string Password = "a calm river in the north";

    [Theory, OnBoth]
    public async Task A_guest_comes_in_by_a_link_that_a_second_person_confirmed_and_that_works_once(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (owner, second, room) = await Client(office);
        var elsewhere = await office.Room("Other client", Openness.Secret, SpacePurpose.ClientRoom, owner);
        var guests = office.Get<GuestInvitations>();
        var until = office.Clock.GetUtcNow().AddMonths(3);
        var secret = (await guests.Invite(owner.Eyes(), room.Id, " Ulrike@Client.example ", second.Id, until))!;
        Assert.Null(await guests.Greet(secret, null));
        await Refused(() => guests.TakeUp(secret, null, "Ulrike Brandt", Password));
        var waiting = Assert.Single(await office.Get<Invitations>().Pending(second.Eyes(), room.Id));
        await Refused(() => guests.Confirm(owner.Eyes(), room.Id, waiting.Id, yes: true));

        var code = (await guests.Confirm(second.Eyes(), room.Id, waiting.Id, yes: true))!;

        // The one who invited has the link alone, the one who confirmed the code alone.
        foreach (var wrong in new[] { null, "", "AAAAA-AAAAA", secret })
        {
            Assert.Null(await guests.Greet(secret, wrong));
            await Refused(() => guests.TakeUp(secret, wrong, "Olga Owner", Password));
        }
        Assert.Null(await guests.Greet(code, code));
        Assert.Equal("Client", (await guests.Greet(secret, code))!.Space);
        var typed = $" {code.Replace("-", " ").ToLowerInvariant()} ";
        Assert.Equal(room.Id, (await guests.TakeUp(secret, typed, "Ulrike Brandt", Password)).Space);
        await Refused(() => guests.TakeUp(secret, code, "Somebody Else", Password));
        var member = (await office.Get<Rosters>().Page(owner.Eyes(), room.Id)).Single(m => m.Role == SpaceRole.Guest);
        Assert.Equal(("Ulrike Brandt", until, second.Name), (member.Name, member.EndsAt!.Value, member.Second));
        // Exactly the place on the invitation, and nothing beside it.
        var places = await office.Store.Read(
            new(member.PersonId),
            db => db.Memberships.Where(m => m.PersonId == member.PersonId).ToListAsync()
        );
        Assert.Equal([room.Id], places.Select(m => m.SpaceId));
        Assert.Null(await office.Get<Premises>().Look(new(member.PersonId), elsewhere.Id));
        office.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Null(await office.Get<Premises>().Look(new(member.PersonId), room.Id));
    }

    [Theory, OnBoth]
    public async Task A_guest_needs_a_client_room_an_end_within_a_year_and_another_employee_of_the_room(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (owner, second, room) = await Client(office);
        var stranger = await office.Employee("Stan Stranger");
        var known = await office.Guest("Gina Guest");
        var project = await office.Room("Project", Openness.Closed, owner, second);
        var guests = office.Get<GuestInvitations>();
        var now = office.Clock.GetUtcNow();

        Task Try(Guid space, Guid? approver, DateTimeOffset? until) =>
            guests.Invite(owner.Eyes(), space, "a@client.example", approver, until);

        await Refused(() => Try(project.Id, second.Id, now.AddDays(9)));
        await Refused(() => Try(room.Id, null, now.AddDays(9)));
        await Refused(() => Try(room.Id, owner.Id, now.AddDays(9)));
        await Refused(() => Try(room.Id, stranger.Id, now.AddDays(9)));
        await Refused(() => Try(room.Id, second.Id, null));
        await Refused(() => Try(room.Id, second.Id, now));
        await Refused(() => Try(room.Id, second.Id, now.AddMonths(12).AddDays(1)));
        await Refused(() => guests.Invite(second.Eyes(), room.Id, "a@client.example", owner.Id, now.AddDays(9)));
        await Refused(() => office.Get<Premises>().ChangeOpenness(owner.Eyes(), room.Id, Openness.Closed));
        await Try(room.Id, second.Id, now.AddMonths(12));
        // A guest of another room is answered like a stranger, and stays an address.
        await guests.Invite(owner.Eyes(), room.Id, known.Email, second.Id, now.AddDays(9));
        Assert.All(await office.Get<Invitations>().Pending(owner.Eyes(), room.Id), card => Assert.Null(card.Name));
    }

    [Theory, OnBoth]
    public async Task A_stay_is_made_longer_by_an_owner_and_the_second_approver_together(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (owner, second, room) = await Client(office);
        var guest = await Admit(office, owner, second, room, days: 10);
        var guests = office.Get<GuestInvitations>();
        var until = office.Clock.GetUtcNow().AddDays(60);

        await guests.ExtendStay(owner.Eyes(), room.Id, guest, second.Id, until);
        await Refused(() => guests.ExtendStay(second.Eyes(), room.Id, guest, owner.Id, until));
        var asked = Assert.Single(await office.Get<Invitations>().Pending(second.Eyes(), room.Id));
        Assert.Empty(await office.Get<Invitations>().Pending(new(guest), room.Id));
        Assert.Null(await guests.Confirm(second.Eyes(), room.Id, asked.Id, yes: true));

        office.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(Standing.Guest, (await office.Get<Premises>().Look(new(guest), room.Id))!.Standing);
        office.Clock.Advance(TimeSpan.FromDays(50));
        Assert.Null(await office.Get<Premises>().Look(new(guest), room.Id));
        await Refused(() => guests.ExtendStay(owner.Eyes(), room.Id, guest, second.Id, office.Clock.GetUtcNow().AddDays(9)));
        Assert.Equal(guest, await Admit(office, owner, second, room, days: 5));
        Assert.NotNull(await office.Get<Premises>().Look(new(guest), room.Id));
    }

    [Theory, OnBoth]
    public async Task An_invitation_serves_nobody_but_the_one_it_names(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (owner, second, room) = await Client(office);
        var guest = await office.Guest("Gina Guest");
        var other = await office.Guest("Gustav Guest");
        var employee = await office.Employee("Eve Employee");
        var guests = office.Get<GuestInvitations>();
        var invitations = office.Get<Invitations>();
        var secret = (await guests.Invite(owner.Eyes(), room.Id, guest.Email, second.Id, office.Clock.GetUtcNow().AddDays(9)))!;
        var id = Assert.Single(await invitations.Pending(second.Eyes(), room.Id)).Id;
        Assert.Empty(await invitations.Mine(guest.Eyes()));
        var code = await guests.Confirm(second.Eyes(), room.Id, id, yes: true);

        foreach (var thief in new[] { other, employee })
        {
            await Refused(() => guests.TakeUp(thief.Eyes(), secret, code));
            await Refused(() => invitations.Accept(thief.Eyes(), room.Id, id));
            await Refused(() => invitations.Refuse(thief.Eyes(), room.Id, id));
            await Refused(() => invitations.Withdraw(thief.Eyes(), room.Id, id));
            Assert.Null(await office.Get<Premises>().Look(thief.Eyes(), room.Id));
        }
        await Refused(() => guests.TakeUp(secret, code, "Gina Guest", Password));
        var fresh = await guests.NewLink(owner.Eyes(), room.Id, id);
        Assert.Null(await guests.Greet(secret, code));
        Assert.Null(await guests.Greet(fresh, code));
        await Refused(() => guests.TakeUp(guest.Eyes(), fresh, code));
        Assert.True(Assert.Single(await invitations.Pending(second.Eyes(), room.Id)).AwaitsMe);
        var next = await guests.Confirm(second.Eyes(), room.Id, id, yes: true);
        Assert.Null(await guests.Greet(secret, next));
        office.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(room.Id, await guests.TakeUp(guest.Eyes(), fresh, next));
        Assert.Null(await guests.Greet(fresh, next));
    }

    [Theory, OnBoth]
    public async Task An_invitation_runs_out_after_two_weeks_and_ends_when_it_is_withdrawn(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (owner, second, room) = await Client(office);
        var guests = office.Get<GuestInvitations>();
        var until = office.Clock.GetUtcNow().AddDays(90);
        var early = (await guests.Invite(owner.Eyes(), room.Id, "a@client.example", second.Id, until))!;
        var code = await guests.Confirm(
            second.Eyes(),
            room.Id,
            (await office.Get<Invitations>().Pending(second.Eyes(), room.Id)).Single().Id,
            yes: true
        );
        Assert.NotNull(await guests.Greet(early, code));
        office.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Null(await guests.Greet(early, code));

        var late = (await guests.Invite(owner.Eyes(), room.Id, "a@client.example", second.Id, until))!;
        var id = (await office.Get<Invitations>().Pending(second.Eyes(), room.Id)).Single().Id;
        code = await guests.Confirm(second.Eyes(), room.Id, id, yes: true);
        await office.Get<Invitations>().Withdraw(owner.Eyes(), room.Id, id);
        Assert.Null(await guests.Greet(late, code));
        await Refused(() => guests.TakeUp(late, code, "Ann", Password));
    }

    private static async Task<(Person Owner, Person Second, Space Room)> Client(Office office)
    {
        var owner = await office.Employee("Olga Owner");
        var second = await office.Employee("Sven Second");
        return (owner, second, await office.Room("Client", Openness.Secret, SpacePurpose.ClientRoom, owner, second));
    }

    /// <summary>Goes the whole way for one and the same address.</summary>
    private static async Task<Guid> Admit(Office office, Person owner, Person second, Space room, int days)
    {
        var guests = office.Get<GuestInvitations>();
        var secret = (
            await guests.Invite(owner.Eyes(), room.Id, "guest@client.example", second.Id, office.Clock.GetUtcNow().AddDays(days))
        )!;
        var card = (await office.Get<Invitations>().Pending(second.Eyes(), room.Id)).Single();
        var code = await guests.Confirm(second.Eyes(), room.Id, card.Id, yes: true);
        var known = await office.Store.Read(App.Data.Viewer.Nobody, db => App.Data.Arrivals.Addressee(db, "guest@client.example"));
        if (known is null)
            await guests.TakeUp(secret, code, "Gerd Guest", Password);
        else
            await guests.TakeUp(known.Eyes(), secret, code);
        return (await office.Get<Rosters>().Page(owner.Eyes(), room.Id)).Single(m => m.Role == SpaceRole.Guest).PersonId;
    }
}
