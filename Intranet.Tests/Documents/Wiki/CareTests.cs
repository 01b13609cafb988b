using Intranet.App.Documents.Wiki;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Wiki;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Documents.Wiki;

public sealed class CareTests
{
    [Theory, OnBoth]
    public async Task The_owner_of_a_page_is_told_once_that_its_review_is_due_and_again_after_the_next_span(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (page, care, sweep) = (
            await shelf.Written(shelf.Ann, "Rules", "one"),
            shelf.Office.Get<Care>(),
            shelf.Office.Get<ReviewSweep>()
        );
        await care.Tend(shelf.Ann.Eyes(), page, shelf.Ben.Id, Today(shelf).AddDays(30), false);

        shelf.Office.Clock.Advance(TimeSpan.FromDays(30));
        await sweep.Sweep();
        Assert.Empty(await shelf.Hears(shelf.Ben));
        shelf.Office.Clock.Advance(TimeSpan.FromDays(1));
        await sweep.Sweep();
        await sweep.Sweep();
        Assert.Equal([Verb.ReviewDue], await shelf.Hears(shelf.Ben));
        Assert.Empty(await shelf.Hears(shelf.Ann));

        await care.Confirm(shelf.Ben.Eyes(), page);
        Assert.Equal(Today(shelf).AddDays(30), (await Of(shelf, page))!.ReviewBy);
        await sweep.Sweep();
        Assert.Equal([Verb.ReviewDue], await shelf.Hears(shelf.Ben));
        shelf.Office.Clock.Advance(TimeSpan.FromDays(31));
        await sweep.Sweep();
        Assert.Equal([Verb.ReviewDue, Verb.ReviewDue], await shelf.Hears(shelf.Ben));
    }

    [Theory, OnBoth]
    public async Task Who_takes_a_page_over_is_told_and_of_what_lies_in_the_trash_nobody_is(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (page, care, sweep) = (
            await shelf.Written(shelf.Ann, "Rules", "one"),
            shelf.Office.Get<Care>(),
            shelf.Office.Get<ReviewSweep>()
        );
        var by = Today(shelf).AddDays(1);
        await care.Tend(shelf.Ann.Eyes(), page, shelf.Ben.Id, by, false);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), page);
        shelf.Office.Clock.Advance(TimeSpan.FromDays(2));
        await sweep.Sweep();
        Assert.Empty(await shelf.Hears(shelf.Ben));

        await shelf.Papers.Restore(shelf.Ann.Eyes(), page);
        await sweep.Sweep();
        await care.Tend(shelf.Ann.Eyes(), page, shelf.Owner.Id, by, false);
        await sweep.Sweep();

        Assert.Equal([Verb.ReviewDue], await shelf.Hears(shelf.Ben));
        Assert.Equal([Verb.ReviewDue], await shelf.Hears(shelf.Owner));
    }

    [Theory, OnBoth]
    public async Task Only_who_may_change_documents_here_tends_pages_and_only_people_of_the_space_look_after_them(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (page, care) = (await shelf.Written(shelf.Ann, "Rules", "one"), shelf.Office.Get<Care>());
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");
        var day = Today(shelf).AddDays(10);
        await care.Tend(shelf.Ben.Eyes(), page, shelf.Guest.Id, day, false);
        Assert.Equal(shelf.Guest.Id, (await Of(shelf, page))!.OwnerId);

        foreach (var who in new[] { shelf.Guest, shelf.Outsider })
        {
            await Assert.ThrowsAsync<Refusal>(() => care.Tend(who.Eyes(), page, null, day, false));
            await Assert.ThrowsAsync<Refusal>(() => care.Confirm(who.Eyes(), page));
        }
        await Assert.ThrowsAsync<Refusal>(() => care.Tend(shelf.Ann.Eyes(), page, shelf.Outsider.Id, day, false));
        await Assert.ThrowsAsync<Refusal>(() => care.Tend(shelf.Ann.Eyes(), page, null, Today(shelf), false));
        await Assert.ThrowsAsync<Refusal>(() =>
            care.Tend(shelf.Ann.Eyes(), page, null, Today(shelf).AddDays(PageCare.MostDays + 1), false)
        );
        await Assert.ThrowsAsync<Refusal>(() => care.Tend(shelf.Ann.Eyes(), paper, null, day, false));
        Assert.Empty(await care.Candidates(shelf.Outsider.Eyes(), page, ""));
        Assert.Equal(4, (await care.Candidates(shelf.Ann.Eyes(), page, "")).Count);
        await care.Tend(shelf.Ann.Eyes(), page, null, null, false);
        Assert.Null(await Of(shelf, page));
        await Assert.ThrowsAsync<Refusal>(() => care.Confirm(shelf.Ann.Eyes(), page));
        await shelf.Office.Get<Premises>().Archive(shelf.Owner.Eyes(), shelf.Room.Id);
        await Assert.ThrowsAsync<Refusal>(() => care.Tend(shelf.Ann.Eyes(), page, null, day, false));
    }

    private static DateOnly Today(Shelf shelf) => DateOnly.FromDateTime(shelf.Office.Clock.GetUtcNow().UtcDateTime);

    private static Task<PageCare?> Of(Shelf shelf, Guid page) =>
        shelf.Office.Store.Read(shelf.Owner.Eyes(), db => db.PageCares.SingleOrDefaultAsync(c => c.NodeId == page));
}
