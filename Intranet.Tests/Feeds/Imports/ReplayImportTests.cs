using Intranet.App.Data;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.Shared.Text;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Feeds.Imports;

public sealed class ReplayImportTests
{
    [Theory, OnBoth]
    public async Task A_community_is_taken_over_with_its_times_authors_and_rooms(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ann = await office.Employee("Ann");

        var summary = await Replay.Import(office, Replay.Write(Replay.Community()));

        Assert.Equal(0, summary.Findings.Total);
        Assert.Equal([12, 0, 10, 6, 6, 2], summary.Done.Values);
        await office.Store.Read(
            ann.Eyes(),
            async db =>
            {
                var post = await db.Posts.SingleAsync(p => p.ExternalId == "p1");
                Assert.Equal(new DateTimeOffset(2018, 3, 5, 9, 0, 0, TimeSpan.Zero), post.At);
                Assert.Equal(("forum", "A title", "<p>Text <b>1</b></p>"), (post.Source, post.Title, post.Body.Html));
                Assert.Equal("Text **1**", post.Body.Markdown);
                Assert.Equal(2, post.CommentCount);
                Assert.Equal("Alex", await db.Bylines.Where(b => b.Id == post.AuthorId).Select(b => b.Name).SingleAsync());
                Assert.Equal(2, await db.People.CountAsync(p => p.Name == "Alex" && p.Placeholder));
                var optics = await db.Spaces.SingleAsync(s => s.Name == "optics");
                Assert.Equal((Openness.Open, SpacePurpose.Community, "forum"), (optics.Openness, optics.Purpose, optics.Source));
                Assert.Equal(optics.Id, post.SpaceId);
                var below = await db.Comments.SingleAsync(c => c.ExternalId == "c7");
                Assert.Equal(await db.Comments.Where(c => c.ExternalId == "c1").Select(c => (Guid?)c.Id).SingleAsync(), below.ParentId);
                Assert.Contains("<em>7</em>", below.Body.Html);
                Assert.Equal(
                    5,
                    await db.Reactions.CountAsync(r => r.ThingId == post.Id && r.PersonId == null && r.Kind == ReactionKind.Like)
                );
                return 0;
            }
        );
    }

    [Theory, OnBoth]
    public async Task The_same_file_again_adds_nothing_and_a_broken_run_is_finished_by_the_next(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var lines = Replay.Community();
        await Replay.Import(office, Replay.Write(lines[..20]));

        var rest = await Replay.Import(office, Replay.Write(lines));
        var again = await Replay.Import(office, Replay.Write(lines));

        Assert.Equal(20, rest.Done["lines there already"]);
        Assert.Equal((8, 6), (rest.Done["comments added"], rest.Done["reactions added"]));
        Assert.Equal([0, lines.Length, 0, 0, 0, 0], again.Done.Values);
        Assert.Equal(
            (6, 12, 12, 18),
            await office.Store.Read(
                Viewer.Nobody,
                async db =>
                    (
                        await db.Posts.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                        await db.Comments.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                        await db.Posts.IgnoreQueryFilters([Sight.Name]).SumAsync(p => p.CommentCount),
                        await db.Activities.CountAsync()
                    )
            )
        );
    }

    [Theory, OnBoth]
    public async Task A_later_file_goes_on_where_the_first_ended(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await Replay.Import(office, Replay.Write(Replay.Community()));

        var next = await Replay.Import(office, Replay.Write(Replay.Comment("c99", "c7", "u9", "Later")));

        Assert.Equal((1, 0), (next.Done["comments added"], next.Findings.Total));
    }

    [Theory, OnBoth]
    public async Task What_is_not_known_is_named_by_line_and_never_guessed(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var file = Replay.Write(
            Replay.User("u1", "Ann"),
            "{\"t\":\"2018-03-05T09:00:00\",\"kind\":\"dance\"}",
            "no json",
            Replay.Post("p1", "nobody", "optics", "<p>x</p>"),
            Replay.Comment("c1", "p1", "u1", "x"),
            Replay.Post("p2", "u1", "optics", "<p>x</p>", t: "yesterday"),
            Replay.Post("p3", "u1", "optics", "<script>x</script>"),
            Replay.Post("p4", "u1", "optics", "<p>x</p>"),
            Replay.Reaction("p4", "down"),
            "{\"t\":\"2018-03-05T09:00:00\",\"kind\":\"post\",\"id\":\"p5\",\"user\":\"u1\"}",
            Replay.Post("p6", null, "optics", "<p>from somebody who left</p>"),
            Replay.Post("p7", "late", "optics", "<p>written before joining</p>"),
            Replay.User("late", "Lea")
        );

        var summary = await Replay.Import(office, file);

        Assert.Equal(
            [
                (2L, "unknown kind"),
                (3, "unreadable line"),
                (4, "unknown user"),
                (5, "unknown parent"),
                (6, "unreadable time"),
                (7, "unusable text"),
                (9, "no such reaction"),
                (10, "missing field"),
            ],
            summary.Findings.Shown.Select(f => (f.Line, f.Kind))
        );
        Assert.Equal((3, 3), (summary.Done["posts added"], summary.Done["people added"]));
        Assert.Equal(
            ["Ann", "Deleted account", "Lea"],
            await office.Store.Read(
                Viewer.Nobody,
                db => db.People.IgnoreQueryFilters([Sight.Name]).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync()
            )
        );
    }

    [Theory, OnBoth]
    public async Task A_dry_run_changes_nothing(Engine engine)
    {
        await using var office = await Office.Open(engine);

        var summary = await Replay.Import(office, Replay.Write(Replay.Community()), dryRun: true);

        Assert.Equal(6, summary.Done["posts usable"]);
        Assert.False(await office.Store.Read(Viewer.Nobody, db => db.People.IgnoreQueryFilters([Sight.Name]).AnyAsync()));
        Assert.False(await office.Store.Read(Viewer.Nobody, db => db.Activities.AnyAsync()));
    }

    [Theory, OnBoth]
    public async Task Attacks_in_a_body_stay_harmless(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var attacks = AttackStrings.All.ToList();
        string[] lines =
        [
            Replay.User("u1", "<script>alert(1)</script>"),
            .. attacks.Select(
                (attack, i) => Replay.Post($"h{i}", "u1", "optics", attack + "<p>said</p>", title: "<img src=x onerror=alert(1)>")
            ),
            .. attacks.Select((attack, i) => Replay.Said($"t{i}", "u1", "optics", attack + " said")),
        ];

        var summary = await Replay.Import(office, Replay.Write(lines));

        var shown = await office.Store.Read(
            Viewer.Nobody,
            db => db.Posts.IgnoreQueryFilters([Sight.Name]).Select(p => p.Body).ToListAsync()
        );
        Assert.True(shown.Count > attacks.Count);
        Assert.Equal(2 * attacks.Count, shown.Count + summary.Findings.Total);
        Assert.All(shown, body => Assert.Empty(ShownDom.Dangers(body.Html)));
        // What somebody edits later is rendered anew from the Markdown.
        Assert.All(shown, body => Assert.Empty(ShownDom.Dangers(office.Get<Markdown>().Render(body.Markdown).Html.Value)));
    }

    [Theory, OnBoth]
    public async Task A_long_text_is_kept_whole_and_found_by_its_beginning(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var html = string.Concat(Enumerable.Repeat("<p>Once upon a time there was a long story.</p>", 600));

        var summary = await Replay.Import(office, Replay.Write(Replay.User("u1", "Ann"), Replay.Post("p1", "u1", "optics", html)));

        Assert.Equal("long text", Assert.Single(summary.Findings.Shown).Kind);
        var body = await office.Store.Read(
            Viewer.Nobody,
            db => db.Posts.IgnoreQueryFilters([Sight.Name]).Select(p => p.Body).SingleAsync()
        );
        Assert.Equal(html, body.Html);
        Assert.Equal(Body.Limit, body.Markdown.Length);
    }

    [Theory]
    [InlineData("<@Ann>: see <https://example.org|our page> &amp; `a -&gt; b`", "@Ann: see [our page](<https://example.org>) & `a -> b`")]
    [InlineData("<#C06V96CKX|general> <https://example.org/?a=1&amp;b=2>", "#general <https://example.org/?a=1&b=2>")]
    [InlineData("&amp;lt; stays, a < b too", "&lt; stays, a < b too")]
    public void Chat_signs_become_markdown(string told, string expected) =>
        Assert.Equal(expected, App.Feeds.Imports.ChatText.ToMarkdown(told));
}
