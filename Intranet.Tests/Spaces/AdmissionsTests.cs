using Intranet.App.Data;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Spaces;

public sealed class AdmissionsTests
{
    [Theory, OnBoth]
    public async Task Who_asks_is_let_in_once_and_the_answer_is_heard_by_the_one_who_asked(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var asker = await office.Employee("Ada Asker");
        var room = await office.Room("Works council", Openness.Closed, owner);
        var admissions = office.Get<Admissions>();
        await admissions.Ask(asker.Eyes(), room.Id, "I was elected");
        await admissions.Ask(asker.Eyes(), room.Id, "Twice by a double click");
        var request = Assert.Single(await admissions.Waiting(owner.Eyes(), room.Id));
        Assert.Equal("I was elected", request.Message);
        var heard = new TaskCompletionSource();
        using var ear = office.Announcer.Listen(
            App.Live.Subject.Person(asker.Id),
            _ =>
            {
                heard.TrySetResult();
                return Task.CompletedTask;
            }
        );

        await admissions.Approve(owner.Eyes(), room.Id, request.Id);

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(Standing.Member, (await office.Get<Premises>().Look(asker.Eyes(), room.Id))!.Standing);
        await Refused(() => admissions.Approve(owner.Eyes(), room.Id, request.Id));
    }

    [Theory, OnBoth]
    public async Task A_declined_request_tells_its_reason_and_may_be_made_again(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var asker = await office.Employee("Ada Asker");
        var room = await office.Room("Works council", Openness.Closed, owner);
        var admissions = office.Get<Admissions>();
        var premises = office.Get<Premises>();
        await admissions.Ask(asker.Eyes(), room.Id, null);
        var request = Assert.Single(await admissions.Waiting(owner.Eyes(), room.Id));

        await admissions.Decline(owner.Eyes(), room.Id, request.Id, "For Germany only");

        Assert.Equal("For Germany only", (await premises.Look(asker.Eyes(), room.Id))!.Request!.Reason);
        await admissions.Ask(asker.Eyes(), room.Id, "I moved to Germany");
        Assert.Equal("I moved to Germany", Assert.Single(await admissions.Waiting(owner.Eyes(), room.Id)).Message);
        await admissions.WithdrawRequest(asker.Eyes(), room.Id);
        Assert.Empty(await admissions.Waiting(owner.Eyes(), room.Id));
        Assert.Null((await premises.Look(asker.Eyes(), room.Id))!.Request);
    }

    [Theory, OnBoth]
    public async Task Only_owners_and_moderators_of_that_very_space_answer_a_request(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var member = await office.Employee("Mia Member");
        var admin = await office.Employee("Ad Min", Duties.Admin);
        var asker = await office.Employee("Ada Asker");
        var room = await office.Room("Works council", Openness.Closed, owner, member);
        var elsewhere = await office.Room("Choir", Openness.Closed, admin);
        var admissions = office.Get<Admissions>();
        await admissions.Ask(asker.Eyes(), room.Id, null);
        var request = Assert.Single(await admissions.Waiting(owner.Eyes(), room.Id));

        foreach (var person in new[] { member, admin, asker })
        {
            await Refused(() => admissions.Approve(person.Eyes(), room.Id, request.Id));
            await Refused(() => admissions.Decline(person.Eyes(), room.Id, request.Id, null));
        }
        await Refused(() => admissions.Approve(admin.Eyes(), elsewhere.Id, request.Id));
        Assert.Empty(await admissions.Waiting(admin.Eyes(), room.Id));
        Assert.Single(await admissions.Waiting(owner.Eyes(), room.Id));
        Assert.Equal(Standing.Requester, (await office.Get<Premises>().Look(asker.Eyes(), room.Id))!.Standing);
    }

    [Theory]
    [OnBoth(Openness.Open, false)]
    [OnBoth(Openness.Closed, false)]
    [OnBoth(Openness.Unlisted, true)]
    [OnBoth(Openness.Secret, true)]
    public async Task What_may_not_be_known_is_answered_like_what_does_not_exist(Engine engine, Openness openness, bool hidden)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var outsider = await office.Employee("Otto Outsider", Duties.Admin);
        var room = await office.Room("Merger", openness, owner);
        var admissions = office.Get<Admissions>();
        var premises = office.Get<Premises>();

        Assert.Equal(hidden, await premises.Look(outsider.Eyes(), room.Id) is null);
        var there = await Sentences(room.Id);
        var nowhere = await Sentences(Guid.CreateVersion7());

        Assert.Equal(hidden, there.SequenceEqual(nowhere));
        Assert.DoesNotContain("", nowhere);

        async Task<List<string>> Sentences(Guid id) =>
            [
                await Answer(() => admissions.Leave(outsider.Eyes(), id)),
                await Answer(() => admissions.WithdrawRequest(outsider.Eyes(), id)),
                await Answer(() => admissions.Approve(outsider.Eyes(), id, Guid.NewGuid())),
                await Answer(() => premises.Archive(outsider.Eyes(), id)),
                await Answer(() => office.Get<Rosters>().Remove(outsider.Eyes(), id, owner.Id)),
                await Answer(() => office.Get<Invitations>().Accept(outsider.Eyes(), id, Guid.NewGuid())),
                await Answer(() => admissions.Join(outsider.Eyes(), id)),
                await Answer(() => admissions.Ask(outsider.Eyes(), id, null)),
            ];
    }

    [Theory, OnBoth]
    public async Task The_link_of_an_unlisted_space_shows_its_door_and_nothing_else_does(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var asker = await office.Employee("Ada Asker");
        var guest = await office.Guest("Gina Guest");
        var room = await office.Room("Reading circle", Openness.Unlisted, owner);
        var premises = office.Get<Premises>();
        var admissions = office.Get<Admissions>();
        var key = (await premises.Look(owner.Eyes(), room.Id))!.LinkKey!;

        Assert.Null(await premises.Look(asker.Eyes(), room.Id));
        Assert.Null(await premises.LookByLink(asker.Eyes(), "nonsense"));
        Assert.Null(await premises.LookByLink(guest.Eyes(), key));
        await Refused(() => admissions.Ask(asker.Eyes(), room.Id, null));
        var door = await premises.LookByLink(asker.Eyes(), key);
        Assert.Equal((false, null, null), (door!.Inside, door.Members, door.LinkKey));

        await admissions.Ask(asker.Eyes() with { Link = key }, room.Id, "May I read along?");
        Assert.NotNull(await premises.Look(asker.Eyes(), room.Id));
        await premises.RenewLink(owner.Eyes(), room.Id);

        Assert.Null(await premises.LookByLink(guest.Eyes(), key));
        Assert.Null(await premises.LookByLink((await office.Employee("Late Comer")).Eyes(), key));
        Assert.NotNull(await premises.Look(asker.Eyes(), room.Id));
        await premises.ChangeOpenness(owner.Eyes(), room.Id, Openness.Secret);
        Assert.Null(await premises.Look(asker.Eyes(), room.Id));
    }

    [Theory, OnBoth]
    public async Task A_former_member_stands_outside_and_an_old_invitation_does_not_let_them_back(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var leaver = await office.Employee("Lea Leaver");
        var room = await office.Room("Merger", Openness.Secret, owner);
        var invitations = office.Get<Invitations>();
        await invitations.Invite(owner.Eyes(), room.Id, [leaver.Id]);
        var invitation = Assert.Single(await invitations.Mine(leaver.Eyes()));
        await invitations.Accept(leaver.Eyes(), room.Id, invitation.Id);
        Assert.NotNull(await office.Get<Premises>().Look(leaver.Eyes(), room.Id));

        await office.Get<Rosters>().Remove(owner.Eyes(), room.Id, leaver.Id);

        Assert.Null(await office.Get<Premises>().Look(leaver.Eyes(), room.Id));
        Assert.Equal(Steps.NotHere, await Said(() => invitations.Accept(leaver.Eyes(), room.Id, invitation.Id)));
        Assert.Empty(await invitations.Mine(leaver.Eyes()));
        Assert.Equal(0, await office.Store.Read(leaver.Eyes(), db => db.Memberships.CountAsync()));
    }

    /// <summary>The refusal, or nothing when the act was allowed.</summary>
    private static async Task<string> Answer(Func<Task> act) => (await Record.ExceptionAsync(act))?.Message ?? "";

    internal static async Task<string> Said(Func<Task> act) => (await Assert.ThrowsAsync<Refusal>(act)).Message;

    internal static Task Refused(Func<Task> act) => Assert.ThrowsAsync<Refusal>(act);
}
