using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Intranet.Tests.Spaces.AdmissionsTests;

namespace Intranet.Tests.Spaces;

public sealed class RosterTests
{
    [Theory, OnBoth]
    public async Task The_last_owner_hands_the_space_over_before_leaving(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var heir = await office.Employee("Hedda Heir");
        var room = await office.Room("Choir", Openness.Closed, owner, heir);
        var admissions = office.Get<Admissions>();

        await Refused(() => admissions.Leave(owner.Eyes(), room.Id));
        await Refused(() => office.Get<Rosters>().HandOver(heir.Eyes(), room.Id, heir.Id));
        await office.Get<Rosters>().HandOver(owner.Eyes(), room.Id, heir.Id);
        await admissions.Leave(owner.Eyes(), room.Id);

        var left = Assert.Single(await office.Get<Rosters>().Page(heir.Eyes(), room.Id));
        Assert.Equal((heir.Id, SpaceRole.Owner), (left.PersonId, left.Role));
    }

    [Theory, OnBoth]
    public async Task A_moderator_removes_members_only_and_a_removal_is_taken_back_by_the_one_who_made_it(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var moderator = await office.Employee("Mo Derator");
        var member = await office.Employee("Mia Member");
        var room = await office.Room("Choir", Openness.Secret, owner, moderator, member);
        var roster = office.Get<Rosters>();
        await Refused(() => roster.ChangeRole(moderator.Eyes(), room.Id, moderator.Id, SpaceRole.Owner));
        await roster.ChangeRole(owner.Eyes(), room.Id, moderator.Id, SpaceRole.Moderator);

        await Refused(() => roster.Remove(moderator.Eyes(), room.Id, owner.Id));
        await Refused(() => roster.Remove(member.Eyes(), room.Id, moderator.Id));
        await roster.Remove(moderator.Eyes(), room.Id, member.Id);
        Assert.Null(await office.Get<Premises>().Look(member.Eyes(), room.Id));
        await Refused(() => roster.PutBack(owner.Eyes(), room.Id, member.Id, SpaceRole.Member));
        await Refused(() => roster.PutBack(moderator.Eyes(), room.Id, member.Id, SpaceRole.Owner));
        await roster.PutBack(moderator.Eyes(), room.Id, member.Id, SpaceRole.Member);
        Assert.NotNull(await office.Get<Premises>().Look(member.Eyes(), room.Id));

        await roster.Remove(moderator.Eyes(), room.Id, member.Id);
        office.Clock.Advance(TimeSpan.FromMinutes(11));
        await Refused(() => roster.PutBack(moderator.Eyes(), room.Id, member.Id, SpaceRole.Member));
    }

    [Theory, OnBoth]
    public async Task The_list_of_members_is_read_page_by_page_and_only_by_who_sees_the_inside(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var people = new List<Person>();
        for (var i = 0; i < 30; i++)
            people.Add(await office.Employee($"Member {i:00}"));
        var outsider = await office.Employee("Otto Outsider");
        var room = await office.Room("Choir", Openness.Closed, owner, [.. people]);
        var roster = office.Get<Rosters>();

        var first = await roster.Page(owner.Eyes(), room.Id);
        var second = await roster.Page(owner.Eyes(), room.Id, after: first[Rosters.PageSize - 1]);

        Assert.Equal(Rosters.PageSize + 1, first.Count);
        Assert.Equal(["Olga Owner", .. people.Select(p => p.Name)], first.Take(Rosters.PageSize).Concat(second).Select(m => m.Name));
        Assert.Equal(["Member 07"], (await roster.Page(owner.Eyes(), room.Id, "ber 07")).Select(m => m.Name));
        Assert.Empty(await roster.Page(outsider.Eyes(), room.Id));
    }

    [Theory, OnBoth]
    public async Task A_space_without_an_owner_is_shown_to_admins_who_put_a_member_in_charge_without_seeing_inside(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var member = await office.Employee("Mia Member");
        var admin = await office.Employee("Ad Min", Duties.Admin);
        var stranger = await office.Employee("Stan Stranger");
        var room = await office.Room("Merger", Openness.Secret, owner, member);
        var vacancies = office.Get<Vacancies>();
        Assert.Empty(await vacancies.All(admin.Eyes()));
        await Refused(() => vacancies.Appoint(admin.Eyes(), room.Id, member.Id));
        await office.Store.Write(
            App.Data.Viewer.Nobody,
            async work => (await App.Data.Arrivals.Addressee(work.Db, owner.Email))!.Deactivate(work.Now)
        );

        Assert.True((await office.Get<Premises>().Look(member.Eyes(), room.Id))!.Ownerless);
        Assert.Empty(await vacancies.All(member.Eyes()));
        var vacancy = Assert.Single(await vacancies.All(admin.Eyes()));
        Assert.Null(vacancy.Name);
        Assert.Equal([member.Id], vacancy.Candidates.Select(c => c.Id));
        await Refused(() => vacancies.Appoint(member.Eyes(), room.Id, member.Id));
        await Refused(() => vacancies.Appoint(admin.Eyes(), room.Id, admin.Id));
        await Refused(() => vacancies.Appoint(admin.Eyes(), room.Id, stranger.Id));
        await vacancies.Appoint(admin.Eyes(), room.Id, member.Id);

        var look = (await office.Get<Premises>().Look(member.Eyes(), room.Id))!;
        Assert.Equal((Standing.Owner, false), (look.Standing, look.Ownerless));
        Assert.Null(await office.Get<Premises>().Look(admin.Eyes(), room.Id));
        Assert.Empty(await vacancies.All(admin.Eyes()));
        var told = await office.Store.Read(App.Data.Viewer.Nobody, db => db.Activities.OrderBy(a => a.Id).LastAsync());
        Assert.Equal((Verb.OwnerAppointed, admin.Id, room.Id, member.Id), (told.Verb, told.ActorId, told.SpaceId, told.ThingId));
    }

    [Theory, OnBoth]
    public async Task A_new_group_has_its_founder_its_approvers_and_its_first_members_and_is_made_once(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var founder = await office.Employee("Fay Founder", Duties.Admin);
        var approver = await office.Employee("Al Approver");
        var member = await office.Employee("Mia Member");
        var guest = await office.Guest("Gina Guest");
        var premises = office.Get<Premises>();
        var plan = new NewSpace(
            Guid.CreateVersion7(),
            " Bergen move ",
            SpacePurpose.Project,
            Openness.Closed,
            null,
            [approver.Id],
            [member.Id, approver.Id, guest.Id, Guid.NewGuid()]
        );

        await premises.Found(founder.Eyes(), plan);
        await premises.Found(founder.Eyes(), plan);

        Assert.Equal(
            [("Al Approver", SpaceRole.Owner), ("Fay Founder", SpaceRole.Owner), ("Mia Member", SpaceRole.Member)],
            (await office.Get<Rosters>().Page(member.Eyes(), plan.Id)).Select(m => (m.Name, m.Role))
        );
        Assert.Equal("Bergen move", (await premises.Look(member.Eyes(), plan.Id))!.Name);
        await Refused(() => premises.Found(founder.Eyes(), plan with { Id = Guid.CreateVersion7(), Name = " " }));
        await Refused(() => premises.Found(founder.Eyes(), plan with { Id = Guid.CreateVersion7(), Purpose = SpacePurpose.ClientRoom }));
        await Refused(() => premises.Found(guest.Eyes(), plan with { Id = Guid.CreateVersion7() }));
    }

    [Theory, OnBoth]
    public async Task An_administrator_makes_a_group_for_others_without_a_seat_in_it(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var admin = await office.Employee("Ada Admin", Duties.Admin);
        var owner = await office.Employee("Olga Owner");
        var premises = office.Get<Premises>();
        var plan = new NewSpace(Guid.CreateVersion7(), "Merger", SpacePurpose.Project, Openness.Secret, null, [owner.Id], [])
        {
            TakesPart = false,
        };

        await premises.Found(admin.Eyes(), plan);
        await premises.Found(admin.Eyes(), plan);

        Assert.Null(await premises.Look(admin.Eyes(), plan.Id));
        Assert.Equal(
            [("Olga Owner", SpaceRole.Owner)],
            (await office.Get<Rosters>().Page(owner.Eyes(), plan.Id)).Select(m => (m.Name, m.Role))
        );
        await Refused(() => premises.Found(admin.Eyes(), plan with { Id = Guid.CreateVersion7(), Approvers = [] }));
        await Refused(() => premises.Found(admin.Eyes(), plan with { Id = Guid.CreateVersion7(), Approvers = [admin.Id] }));
        await Refused(() => premises.Found(owner.Eyes(), plan with { Id = Guid.CreateVersion7(), Approvers = [admin.Id] }));
    }
}
