using Intranet.App.Documents.Approving;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Approving;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Approving;

public sealed class ApprovalsTests
{
    [Theory, OnBoth]
    public async Task A_version_is_approved_when_all_who_were_named_agree_and_a_later_one_is_not(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, approvals) = (await shelf.Document(shelf.Ann, "Plan.txt", "one"), shelf.Office.Get<Approvals>());
        var asked = await Ask(shelf, paper, shelf.Ben, shelf.Owner, shelf.Guest);
        Assert.Equal(asked, await Ask(shelf, paper, shelf.Ben, shelf.Owner, shelf.Guest));

        await approvals.Judge(shelf.Ben.Eyes(), asked, true, null);
        await approvals.Judge(shelf.Owner.Eyes(), asked, true, null);
        Assert.Equal((ApprovalState.Waiting, null), await State(shelf, paper));
        await approvals.Judge(shelf.Guest.Eyes(), asked, true, "Fine by us");
        await approvals.Judge(shelf.Guest.Eyes(), asked, true, "Fine by us");

        Assert.Equal((ApprovalState.Approved, 1), await State(shelf, paper));
        await shelf.Bring(shelf.Ann, "Plan.txt", "two", same: App.Documents.Uploading.SameName.NewVersion);
        Assert.Equal((ApprovalState.Approved, 1), await State(shelf, paper));
        Assert.Equal(
            [Verb.ApprovalAsked, Verb.ApprovalAsked, Verb.ApprovalAsked, Verb.FileApproved, Verb.FileApproved, Verb.FileApproved],
            (await shelf.Verbs()).Where(v => v is >= Verb.ApprovalAsked and <= Verb.ApprovalWithdrawn)
        );
    }

    [Theory, OnBoth]
    public async Task One_no_ends_it_and_says_what_is_missing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, approvals) = (await shelf.Document(shelf.Ann, "Plan.txt", "one"), shelf.Office.Get<Approvals>());
        var asked = await Ask(shelf, paper, shelf.Ben, shelf.Owner);

        await Assert.ThrowsAsync<Refusal>(() => approvals.Judge(shelf.Ben.Eyes(), asked, false, "  "));
        await approvals.Judge(shelf.Ben.Eyes(), asked, false, "The budget is missing");
        await Assert.ThrowsAsync<Refusal>(() => approvals.Judge(shelf.Owner.Eyes(), asked, true, null));

        Assert.Equal((ApprovalState.Declined, null), await State(shelf, paper));
        Assert.NotEqual(asked, await Ask(shelf, paper, "again", shelf.Ben));
    }

    [Theory, OnBoth]
    public async Task Those_who_are_named_hear_of_it_and_so_does_who_asked(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");
        var asked = await Ask(shelf, paper, shelf.Ben, shelf.Owner);

        Assert.Equal([Verb.ApprovalAsked], await shelf.Hears(shelf.Ben));
        Assert.Equal([Verb.ApprovalAsked], await shelf.Hears(shelf.Owner));
        Assert.Empty(await shelf.Hears(shelf.Guest));
        await shelf.Office.Get<Approvals>().Judge(shelf.Ben.Eyes(), asked, true, null);
        Assert.Equal([Verb.FileApproved], await shelf.Hears(shelf.Ann));
    }

    [Theory, OnBoth]
    public async Task Nobody_approves_what_they_wrote_or_what_they_were_not_asked_about(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, approvals) = (await shelf.Document(shelf.Ann, "Plan.txt", "one"), shelf.Office.Get<Approvals>());

        foreach (var named in new[] { shelf.Ann, shelf.Outsider })
            await Assert.ThrowsAsync<Refusal>(() => Ask(shelf, paper, shelf.Ben, named));
        await Assert.ThrowsAsync<Refusal>(() => Ask(shelf, paper));
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        await Assert.ThrowsAsync<Refusal>(() => Ask(shelf, folder, shelf.Ben));
        Assert.DoesNotContain(
            await approvals.Candidates(shelf.Ann.Eyes(), paper, ""),
            p => p.Id == shelf.Ann.Id || p.Id == shelf.Outsider.Id
        );

        var asked = await Ask(shelf, paper, shelf.Ben);
        foreach (var who in new[] { shelf.Ann, shelf.Owner, shelf.Guest, shelf.Outsider })
            await Assert.ThrowsAsync<Refusal>(() => approvals.Judge(who.Eyes(), asked, true, null));
        await Assert.ThrowsAsync<Refusal>(() => approvals.Ask(shelf.Guest.Eyes(), paper, [shelf.Ben.Id], null, "guest"));
        Assert.Empty(await approvals.Of(shelf.Outsider.Eyes(), paper));
        Assert.Empty(await approvals.Candidates(shelf.Outsider.Eyes(), paper, ""));
    }

    [Theory, OnBoth]
    public async Task Who_left_the_space_approves_nothing_any_more(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");
        var asked = await Ask(shelf, paper, shelf.Ben);
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        var refused = await Assert.ThrowsAsync<Refusal>(() => shelf.Office.Get<Approvals>().Judge(shelf.Ben.Eyes(), asked, true, null));
        var nothing = await Assert.ThrowsAsync<Refusal>(() =>
            shelf.Office.Get<Approvals>().Judge(shelf.Ben.Eyes(), Guid.NewGuid(), true, null)
        );
        Assert.Equal(nothing.Message, refused.Message);
    }

    [Theory, OnBoth]
    public async Task Who_asked_or_a_moderator_takes_it_back_and_nobody_else(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, approvals) = (await shelf.Document(shelf.Ann, "Plan.txt", "one"), shelf.Office.Get<Approvals>());
        var asked = await Ask(shelf, paper, shelf.Ben);

        await Assert.ThrowsAsync<Refusal>(() => approvals.Withdraw(shelf.Ben.Eyes(), asked));
        await approvals.Withdraw(shelf.Owner.Eyes(), asked);
        await approvals.Withdraw(shelf.Ann.Eyes(), asked);

        Assert.Equal((ApprovalState.Withdrawn, null), await State(shelf, paper));
        await Assert.ThrowsAsync<Refusal>(() => approvals.Judge(shelf.Ben.Eyes(), asked, true, null));
    }

    private static Task<Guid> Ask(Shelf shelf, Guid paper, params Person[] people) => Ask(shelf, paper, "asked", people);

    private static Task<Guid> Ask(Shelf shelf, Guid paper, string key, params Person[] people) =>
        shelf.Office.Get<Approvals>().Ask(shelf.Ann.Eyes(), paper, [.. people.Select(p => p.Id)], "Please look", key);

    private static async Task<(ApprovalState, int?)> State(Shelf shelf, Guid paper) =>
        (
            (await shelf.Office.Get<Approvals>().Of(shelf.Guest.Eyes(), paper))[0].State,
            (await shelf.Looks.At(shelf.Ann.Eyes(), paper, null))!.Node.ApprovedNumber
        );
}
