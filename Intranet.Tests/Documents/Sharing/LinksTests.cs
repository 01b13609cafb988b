using Intranet.App.Documents.Approving;
using Intranet.App.Documents.Sharing;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Sharing;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Sharing;

public sealed class LinksTests
{
    private static readonly LinkWish Month = new(TimeSpan.FromDays(30));

    [Theory, OnBoth]
    public async Task A_link_opens_what_it_is_of_and_nothing_beside_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, openness: Openness.Closed);
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var below = await shelf.Folder(shelf.Ann, "Old", folder);
        var (inside, deep) = (
            await shelf.Document(shelf.Ann, "In.txt", folder: folder),
            await shelf.Document(shelf.Ann, "Deep.txt", folder: below)
        );
        var beside = await shelf.Document(shelf.Ann, "Beside.txt");
        var other = await shelf.Folder(shelf.Ann, "Other");

        var open = await Open(shelf, await Make(shelf, shelf.Ann, folder, Month));

        var outside = shelf.Office.Get<Outside>();
        Assert.Equal(["Old", "In.txt"], (await outside.Look(open!, null))!.Rows.Select(r => r.Name));
        Assert.Equal(["Deep.txt"], (await outside.Look(open!, below))!.Rows.Select(r => r.Name));
        Assert.Null(await outside.Look(open!, other));
        Assert.NotNull(await outside.Version(open!, inside));
        Assert.NotNull(await outside.Version(open!, deep));
        Assert.Null(await outside.Version(open!, beside));
        Assert.Equal([Verb.FileLinked], (await shelf.Verbs()).Where(v => v is Verb.FileLinked or Verb.FileOpened));
    }

    [Theory, OnBoth]
    public async Task A_link_ends_by_its_time_by_its_maker_and_by_a_moderator(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, openness: Openness.Open);
        var (paper, links) = (await shelf.Document(shelf.Ann, "Plan.txt"), shelf.Office.Get<Links>());
        var (one, two) = (await Make(shelf, shelf.Ann, paper, Month, "one"), await Make(shelf, shelf.Ann, paper, Month, "two"));
        var three = await Make(shelf, shelf.Ann, paper, Month, "three");
        Assert.Equal(one.Id, (await Make(shelf, shelf.Ann, paper, Month, "one")).Id);

        await Assert.ThrowsAsync<Refusal>(() => links.Withdraw(shelf.Ben.Eyes(), one.Id));
        await Assert.ThrowsAsync<Refusal>(() => links.Withdraw(shelf.Outsider.Eyes(), one.Id));
        await links.Withdraw(shelf.Ann.Eyes(), one.Id);
        await links.Withdraw(shelf.Owner.Eyes(), two.Id);
        await links.Withdraw(shelf.Owner.Eyes(), two.Id);

        Assert.Null(await Open(shelf, one));
        Assert.Null(await Open(shelf, two));
        Assert.NotNull(await Open(shelf, three));
        shelf.Office.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(await Open(shelf, three));
    }

    [Theory, OnBoth]
    public async Task A_link_ends_with_the_place_of_its_maker_in_the_space(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, openness: Openness.Open);
        var link = await Make(shelf, shelf.Ben, await shelf.Document(shelf.Ann, "Plan.txt"), Month);
        Assert.NotNull(await Open(shelf, link));

        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        Assert.Null(await Open(shelf, link));
    }

    [Theory, OnBoth]
    public async Task A_link_ends_when_what_it_leads_to_is_removed_and_when_the_space_closes_itself_off(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, openness: Openness.Closed);
        var (one, two) = (await shelf.Document(shelf.Ann, "One.txt"), await shelf.Document(shelf.Ann, "Two.txt"));
        var (first, second) = (await Make(shelf, shelf.Ann, one, Month, "one"), await Make(shelf, shelf.Ann, two, Month, "two"));

        await shelf.Papers.Remove(shelf.Ann.Eyes(), one);
        Assert.Null(await Open(shelf, first));
        Assert.NotNull(await Open(shelf, second));
        await shelf.Office.Get<Premises>().Archive(shelf.Owner.Eyes(), shelf.Room.Id);
        Assert.Null(await Open(shelf, second));
    }

    [Theory]
    [OnBoth(SpacePurpose.ClientRoom, Openness.Secret)]
    [OnBoth(SpacePurpose.ClientRoom, Openness.Unlisted)]
    [OnBoth(SpacePurpose.Project, Openness.Secret)]
    public async Task Nothing_of_a_client_room_or_a_secret_space_goes_out(Engine engine, SpacePurpose purpose, Openness openness)
    {
        await using var shelf = await Shelf.In(engine, purpose, openness);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");

        await Assert.ThrowsAsync<Refusal>(() => Make(shelf, shelf.Ann, paper, Month));
        await Assert.ThrowsAsync<Refusal>(() => Make(shelf, shelf.Owner, paper, Month));
        Assert.False((await shelf.Office.Get<Links>().Of(shelf.Owner.Eyes(), paper)).LetsOut);
    }

    [Theory, OnBoth]
    public async Task Guests_and_outsiders_make_no_links_and_see_none(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, openness: Openness.Closed);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");
        await Make(shelf, shelf.Ann, paper, Month);

        foreach (var who in new[] { shelf.Guest, shelf.Outsider })
        {
            await Assert.ThrowsAsync<Refusal>(() => Make(shelf, who, paper, Month, who.Name));
            Assert.Empty((await shelf.Office.Get<Links>().Of(who.Eyes(), paper)).Rows);
        }
        Assert.Single((await shelf.Office.Get<Links>().Of(shelf.Ben.Eyes(), paper)).Rows);
    }

    [Theory, OnBoth]
    public async Task What_was_approved_goes_out_and_what_came_after_does_not(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, openness: Openness.Closed);
        var (paper, approvals) = (await shelf.Document(shelf.Ann, "Plan.txt", "one"), shelf.Office.Get<Approvals>());
        await approvals.Judge(shelf.Ben.Eyes(), await approvals.Ask(shelf.Ann.Eyes(), paper, [shelf.Ben.Id], null, "key"), true, null);
        await shelf.Bring(shelf.Ann, "Plan.txt", "not yet", same: App.Documents.Uploading.SameName.NewVersion);

        var open = await Open(shelf, await Make(shelf, shelf.Ann, paper, Month));

        Assert.Equal(1, (await shelf.Office.Get<Outside>().Version(open!, paper))!.Number);
        Assert.Equal(3, Assert.Single((await shelf.Office.Get<Outside>().Look(open!, null))!.Rows).Size);
    }

    [Theory, OnBoth]
    public async Task A_link_counts_its_downloads_and_gives_no_more_than_it_allows(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, openness: Openness.Closed);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");
        var open = await Open(shelf, await Make(shelf, shelf.Ann, paper, Month with { Downloads = 2 }));

        var taken = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => shelf.Office.Get<Outside>().Take(open!.Link)));

        Assert.Equal(2, taken.Count(t => t));
        Assert.Equal((2, 2), (await Row(shelf, paper)) is var row ? (row.Downloads, row.DownloadLimit!.Value) : default);
    }

    [Fact]
    public async Task A_link_that_goes_too_far_is_refused_with_its_bounds()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite, openness: Openness.Closed);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");
        LinkWish[] wrong =
        [
            new(TimeSpan.FromDays(366)),
            new(TimeSpan.Zero),
            Month with
            {
                Downloads = 0,
            },
            Month with
            {
                Password = "short",
            },
            Month with
            {
                Password = new string('x', 101),
            },
            Month with
            {
                Title = new string('x', 121),
            },
        ];

        foreach (var wish in wrong)
            await Assert.ThrowsAsync<Refusal>(() => Make(shelf, shelf.Ann, paper, wish));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Office.Get<Links>().Make(shelf.Ann.Eyes(), paper, ShareKind.Receive, Month, "key"));
        Assert.Empty((await shelf.Office.Get<Links>().Of(shelf.Ann.Eyes(), paper)).Rows);
    }

    internal static Task<LinkRow> Make(
        Shelf shelf,
        Person who,
        Guid node,
        LinkWish wish,
        string key = "key",
        ShareKind kind = ShareKind.Read
    ) => shelf.Office.Get<Links>().Make(who.Eyes(), node, kind, wish, key);

    private static Task<OpenLink?> Open(Shelf shelf, LinkRow link) => shelf.Office.Get<Outside>().Find(link.Path["/s/".Length..]);

    private static async Task<LinkRow> Row(Shelf shelf, Guid node) =>
        (await shelf.Office.Get<Links>().Of(shelf.Ann.Eyes(), node)).Rows.Single();
}
