using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Feeds;

public sealed class RenewalTests
{
    private const int Older = Markdown.RendererVersion - 1;
    private static readonly string TooDeep = string.Concat(Enumerable.Repeat("> ", 500)) + "deep";

    [Theory, OnBoth]
    public async Task What_was_rendered_under_older_rules_is_made_anew_and_the_ledger_says_nothing(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await Put(cast, new Body("**Bold**", "<p>stale</p>", "stale", Older));
        var comment = await PutComment(cast, post, new Body("*slanted*", "<p>stale</p>", "stale", Older));
        var fresh = await cast.Says(cast.Ann, "As it is");
        var acts = await Acts(cast);

        await Finish(cast);

        Assert.Equal(new Body("**Bold**", "<p><strong>Bold</strong></p>\n", "Bold", Markdown.RendererVersion), await Body(cast, post));
        var item = (await cast.Sees(cast.Ben, post))!;
        Assert.False(item.Card.Edited);
        var answer = (await cast.Pages.Answers(cast.Ben.Eyes(), post)).Comments.Single();
        Assert.Equal((comment, "<p><em>slanted</em></p>\n", false), (answer.Id, answer.Card.Html, answer.Card.Edited));
        Assert.Contains("As it is", (await Body(cast, fresh)).Html);
        Assert.Equal(acts, await Acts(cast));
    }

    [Theory, OnBoth]
    public async Task A_break_loses_nothing_and_what_is_done_is_not_done_again(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var posts = new List<Guid>();
        for (var i = 0; i < RenewalRun.Batch + 5; i++)
            posts.Add(await Put(cast, new Body($"Text {i}", "<p>stale</p>", "stale", Older)));

        Assert.True(await cast.Office.Get<RenewalRun>().Step());
        Assert.Equal(5, await Stale());
        await Finish(cast);
        Assert.Equal(0, await Stale());

        // Had somebody put an old text in behind it, it would stay: the run knows that it is through.
        var late = await Put(cast, new Body("Late", "<p>stale</p>", "stale", Older));
        Assert.False(await cast.Office.Get<RenewalRun>().Step());
        Assert.Equal("<p>stale</p>", (await Body(cast, late)).Html);

        async Task<int> Stale()
        {
            var left = 0;
            foreach (var post in posts)
                left += (await Body(cast, post)).Html == "<p>stale</p>" ? 1 : 0;
            return left;
        }
    }

    [Theory, OnBoth]
    public async Task Whom_a_text_named_it_goes_on_naming_and_nobody_else(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var named = new MentionToken(MentionKind.Person, cast.Ben.Id);
        var unnamed = new MentionToken(MentionKind.Space, cast.Room.Id);
        var html = $"""<p>Ask <a class="mention" href="{named.Path}">@Ben before</a> in @Elsewhere</p>""";
        var post = await Put(cast, new Body($"Ask {named.Write("x")} in {unnamed.Write("Elsewhere")}", html, "stale", Older));

        await Finish(cast);

        Assert.Equal(html + "\n", (await Body(cast, post)).Html);
    }

    [Theory, OnBoth]
    public async Task What_can_no_longer_be_rendered_stays_if_it_is_harmless_and_becomes_plain_words_if_not(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var harmless = await Put(cast, new Body(TooDeep, "<p>As it was</p>", "As it was", Older));
        var harmful = await Put(cast, new Body(TooDeep + "<b>", "<p onclick=\"x()\">As it was</p>", "As it was", Older));

        await Finish(cast);

        Assert.Equal(new Body(TooDeep, "<p>As it was</p>", "As it was", Markdown.RendererVersion), await Body(cast, harmless));
        var plain = await Body(cast, harmful);
        Assert.StartsWith("<p>&gt; &gt; ", plain.Html, StringComparison.Ordinal);
        Assert.EndsWith("deep&lt;b&gt;</p>", plain.Html, StringComparison.Ordinal);
        Assert.Equal(Markdown.RendererVersion, plain.RendererVersion);
    }

    [Theory, OnBoth]
    public async Task What_came_as_html_is_cleaned_and_otherwise_left_alone(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        const string Formula = "<p>x<sup>2</sup></p>";
        var kept = new Body("x2", Formula, "x2", Domain.Feeds.Body.KeptAsHtml);
        var clean = await Put(cast, kept);
        var soiled = await Put(cast, kept with { Html = Formula + "<script>x()</script>" });

        await Finish(cast);

        Assert.Equal(kept, await Body(cast, clean));
        Assert.Equal(kept, await Body(cast, soiled));
    }

    [Theory, OnBoth]
    public async Task Earlier_readings_are_cleaned_too(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Now");
        await cast.Office.Store.Write(
            Viewer.Nobody,
            work =>
                Task.FromResult(
                    work.Db.Revisions.Add(
                        new Revision(
                            Guid.CreateVersion7(),
                            post,
                            cast.Room.Id,
                            cast.Ann.Id,
                            null,
                            "Before",
                            "<p>Before<img src=x onerror=x()></p>",
                            work.Now
                        )
                    )
                )
        );

        await Finish(cast);

        var revision = (await cast.Corrections.History(cast.Ben.Eyes(), post)).Single();
        Assert.DoesNotContain("onerror", revision.Html);
        Assert.Contains("Before", revision.Html);
    }

    [Theory, OnBoth]
    public async Task A_starting_server_does_it_by_itself(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await Put(cast, new Body("**Bold**", "<p>stale</p>", "stale", Older));

        await using var server = await Office.Serve(cast.Office.Installation);

        await OpenFeed.Until(() => Body(cast, post).GetAwaiter().GetResult().Html.Contains("<strong>"));
    }

    private static async Task Finish(Cast cast)
    {
        while (await cast.Office.Get<RenewalRun>().Step()) { }
    }

    private static async Task<Guid> Put(Cast cast, Body body)
    {
        var id = Guid.CreateVersion7();
        await cast.Office.Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Posts.Add(Post.TakenOver(id, cast.Room.Id, cast.Ann.Id, PostKind.Update, null, body, work.Now)))
        );
        return id;
    }

    private static async Task<Guid> PutComment(Cast cast, Guid post, Body body)
    {
        var id = Guid.CreateVersion7();
        await cast.Office.Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Comments.Add(Comment.TakenOver(id, post, cast.Room.Id, null, cast.Ben.Id, body, work.Now)))
        );
        return id;
    }

    private static Task<Body> Body(Cast cast, Guid post) =>
        cast.Office.Store.Read(cast.Ann.Eyes(), db => db.Posts.Where(p => p.Id == post).Select(p => p.Body).SingleAsync());

    private static Task<int> Acts(Cast cast) => cast.Office.Store.Read(Viewer.Nobody, db => db.Activities.CountAsync());
}
