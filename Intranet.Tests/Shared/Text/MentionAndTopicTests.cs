using Intranet.App.Shared.Text;
using Intranet.Domain.Access;

namespace Intranet.Tests.Shared.Text;

public sealed class MentionAndTopicTests
{
    private static readonly MentionToken Ann = new(MentionKind.Person, Guid.Parse("11111111-1111-1111-1111-111111111111"));
    private static readonly MentionToken Field = new(MentionKind.Space, Guid.Parse("22222222-2222-2222-2222-222222222222"));
    private readonly Markdown markdown = new();

    private static string Text(Rendered rendered) => ShownDom.Parse(rendered.Html.Value).Body!.TextContent.Trim();

    [Fact]
    public void A_mention_shows_the_present_name_and_leads_to_the_person()
    {
        var rendered = markdown.Render($"Ask {Ann.Write("Ann Li")} today", _ => "Ann Lee");
        var link = ShownDom.Parse(rendered.Html.Value).QuerySelector("a.mention")!;
        Assert.Equal($"/people/{Ann.Id}", link.GetAttribute("href"));
        Assert.Equal("Ask @Ann Lee today", Text(rendered));
        Assert.Equal([Ann], rendered.Mentions);
    }

    [Fact]
    public void A_space_is_mentioned_alike_and_each_counts_once()
    {
        var rendered = markdown.Render($"{Field.Write("Field")} {Field.Write("Field")} {Ann.Write("A")}", t => t.Kind.ToString());
        Assert.Equal([Field, Ann], rendered.Mentions);
        Assert.Contains($"href=\"/spaces/{Field.Id}\"", rendered.Html.Value);
    }

    [Fact]
    public void Whom_the_author_may_not_see_stays_a_word_without_link_or_record()
    {
        foreach (var rendered in new[] { markdown.Render(Field.Write("Merger"), _ => null), markdown.Render(Field.Write("Merger")) })
        {
            Assert.Equal("<p>@Merger</p>", rendered.Html.Value.Trim());
            Assert.Empty(rendered.Mentions);
            Assert.DoesNotContain(Field.Id.ToString(), rendered.Html.Value);
        }
    }

    [Theory]
    [InlineData("`{0}`")]
    [InlineData("```\n{0}\n```")]
    [InlineData("    {0}")]
    [InlineData("[see {0}](https://a.test)")]
    [InlineData("![{0}](/files/a.webp)")]
    [InlineData("\\{0}")]
    public void In_code_in_links_and_escaped_nobody_is_mentioned(string frame)
    {
        var rendered = markdown.Render(frame.Replace("{0}", Ann.Write("Ann")), _ => "Ann");
        Assert.Empty(rendered.Mentions);
        Assert.DoesNotContain("mention", rendered.Html.Value.Replace("a.test", ""));
    }

    [Theory]
    [InlineData("@[Ann](person:1)")]
    [InlineData("@[Ann](group:11111111-1111-1111-1111-111111111111)")]
    [InlineData("@[Ann](person:11111111-1111-1111-1111-111111111111")]
    [InlineData("@[](person:11111111-1111-1111-1111-111111111111)")]
    [InlineData("@[A\nB](person:11111111-1111-1111-1111-111111111111)")]
    [InlineData("@[A]B](person:11111111-1111-1111-1111-111111111111)")]
    [InlineData("@Ann")]
    [InlineData("ann@example.test")]
    public void What_is_not_quite_a_token_mentions_nobody(string text) => Assert.Empty(markdown.Render(text, _ => "Ann").Mentions);

    [Fact]
    public void A_name_cannot_break_out_of_its_token()
    {
        var written = Ann.Write("A](x)\n[\\" + new string('b', 300));
        Assert.Equal([Ann], markdown.Render(written, _ => "Ann").Mentions);
        Assert.Equal([Ann], MentionToken.In(written));
    }

    [Fact]
    public void Tokens_are_found_before_rendering_so_that_names_can_be_looked_up()
    {
        Assert.Equal([Ann, Field], MentionToken.In($"@ @[ {Ann.Write("A")}@[x]{Field.Write("F")} {Ann.Write("B")}"));
        Assert.Empty(MentionToken.In("@[Ann](person:no)"));
    }

    [Fact]
    public void More_mentions_than_a_text_may_hold_are_refused()
    {
        var crowd = Enumerable
            .Range(0, Markdown.MaxMentions + 1)
            .Select(_ => new MentionToken(MentionKind.Person, Guid.NewGuid()).Write("A"));
        var refusal = Assert.Throws<Refusal>(() => markdown.Render(string.Join('\n', crowd), _ => "A"));
        Assert.Equal("A text can mention at most 50 people and spaces.", refusal.Message);
    }

    [Theory]
    [InlineData("#Budget", "budget")]
    [InlineData("see #budget-2026, please", "budget-2026")]
    [InlineData("(#Überstunden)", "überstunden")]
    [InlineData("**#日本語**", "日本語")]
    [InlineData("#हिन्दी", "हिन्दी")]
    [InlineData("#می\u200cخواهم", "میخواهم")]
    [InlineData("#u\u0308ben", "üben")]
    [InlineData("#q3_plan_", "q3_plan")]
    [InlineData("# Heading with #inside", "inside")]
    [InlineData("- #list", "list")]
    [InlineData("#end.", "end")]
    public void A_topic_is_found_in_its_one_spelling(string text, string topic) => Assert.Equal([topic], markdown.Render(text).Topics);

    [Theory]
    [InlineData("# Heading")]
    [InlineData("#1")]
    [InlineData("#")]
    [InlineData("##twice")]
    [InlineData("C#sharp")]
    [InlineData("https://a.test/#part")]
    [InlineData("[x](https://a.test#part)")]
    [InlineData("[#x](https://a.test)")]
    [InlineData("`#x`")]
    [InlineData("```\n#x\n```")]
    [InlineData("\\#x")]
    [InlineData("color=#fff")]
    [InlineData("&#x41;")]
    [InlineData("#_-_")]
    [InlineData("#🚀")]
    public void What_only_looks_like_a_topic_is_none(string text) => Assert.Empty(markdown.Render(text).Topics);

    [Fact]
    public void A_topic_longer_than_the_limit_is_a_word()
    {
        Assert.Single(markdown.Render("#" + new string('a', Topics.MaxLength)).Topics);
        Assert.Empty(markdown.Render("#" + new string('a', Topics.MaxLength + 1)).Topics);
        Assert.Empty(markdown.Render("#" + new string('a', 500)).Topics);
    }

    [Fact]
    public void A_topic_leads_to_its_page_with_its_letters_escaped()
    {
        var link = ShownDom.Parse(markdown.Render("#Überstunden").Html.Value).QuerySelector("a.topic")!;
        Assert.Equal("/topics/%C3%BCberstunden", link.GetAttribute("href"));
        Assert.Equal("#Überstunden", link.TextContent);
    }

    [Fact]
    public void Only_so_many_topics_of_a_text_become_links()
    {
        var rendered = markdown.Render(string.Join(' ', Enumerable.Range(0, 30).Select(i => $"#t{i} #t0")));
        Assert.Equal(Markdown.MaxTopics, rendered.Topics.Count);
        Assert.Equal(
            Markdown.MaxTopics,
            ShownDom.Parse(rendered.Html.Value).QuerySelectorAll("a.topic").Select(a => a.GetAttribute("href")).Distinct().Count()
        );
    }
}
