using AngleSharp.Dom;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;

namespace Intranet.Tests.Shared.Text;

public sealed class MarkdownTests
{
    private readonly Markdown markdown = new();

    [Theory]
    [InlineData("**a** *b* ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>")]
    [InlineData("one\ntwo", "<p>one<br>\ntwo</p>")]
    [InlineData("# Title", "<h3>Title</h3>")]
    [InlineData("### Deep\n## Less\n# Top\n### Skips", "<h3>Deep</h3>\n<h3>Less</h3>\n<h3>Top</h3>\n<h4>Skips</h4>")]
    [InlineData("###### Small", "<h3>Small</h3>")]
    [InlineData("## One\n## Two\n#### Three\n## Four", "<h3>One</h3>\n<h3>Two</h3>\n<h4>Three</h4>\n<h3>Four</h3>")]
    [InlineData("> said", "<blockquote>\n<p>said</p>\n</blockquote>")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("```csharp\nvar a = 1 < 2;\n```", "<pre><code class=\"language-csharp\">var a = 1 &lt; 2;\n</code></pre>")]
    [InlineData("---", "<hr>")]
    [InlineData("\\*not so\\*", "<p>*not so*</p>")]
    [InlineData("a & b < c", "<p>a &amp; b &lt; c</p>")]
    [InlineData("- [ ] open\n- [x] done", "<ul>\n<li>☐ open</li>\n<li>☑ done</li>\n</ul>")]
    public void Usual_markdown_reads_as_usual(string text, string html) => Assert.Equal(html, markdown.Render(text).Html.Value.Trim());

    [Fact]
    public void A_table_keeps_its_columns_and_their_alignment()
    {
        var table = ShownDom.Parse(markdown.Render("|Team|Days|\n|:--|--:|\n|Sales|3|\n|Field|12|").Html.Value).QuerySelector("table")!;
        Assert.Equal(["Team", "Days"], table.QuerySelectorAll("th").Select(cell => cell.TextContent));
        Assert.Equal(["Sales", "3", "Field", "12"], table.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(["left", "right"], table.QuerySelectorAll("tr:first-child th").Select(cell => cell.GetAttribute("align")));
    }

    [Fact]
    public void Html_in_a_text_is_shown_as_it_was_typed() =>
        Assert.Equal("<b>bold</b> & co", ShownDom.Parse(markdown.Render("<b>bold</b> & co").Html.Value).Body!.TextContent.Trim());

    [Fact]
    public void The_excerpt_has_no_markup_and_one_line() =>
        Assert.Equal("Title Some bold text a b", markdown.Render("# Title\n\nSome **bold** text\n\n- a\n- b").Excerpt);

    [Fact]
    public void The_excerpt_ends_between_words_within_its_length()
    {
        var excerpt = markdown.Render(string.Join(' ', Enumerable.Repeat("seventeen", 60))).Excerpt;
        Assert.InRange(excerpt.Length, PlainText.MaxExcerpt - 30, PlainText.MaxExcerpt);
        Assert.EndsWith("seventeen…", excerpt);
    }

    [Theory]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("🇩🇪")]
    [InlineData("q\u0301")]
    [InlineData("한국어")]
    public void The_excerpt_never_cuts_a_sign_in_two(string sign)
    {
        var excerpt = markdown.Render(string.Concat(Enumerable.Repeat(sign, 200))).Excerpt;
        Assert.InRange(excerpt.Length, 200, PlainText.MaxExcerpt);
        Assert.Equal("", excerpt.TrimEnd('…').Replace(sign, ""));
    }

    [Fact]
    public void An_excerpt_of_one_endless_sign_still_keeps_its_length() =>
        Assert.InRange(PlainText.Excerpt("a" + new string('\u0301', 5000)).Length, 1, PlainText.MaxExcerpt);

    [Fact]
    public void An_empty_text_renders_to_nothing()
    {
        var rendered = markdown.Render("");
        Assert.Equal(("", ""), (rendered.Html.Value, rendered.Excerpt));
    }

    [Fact]
    public void A_text_of_the_full_length_passes_and_one_sign_more_is_refused_with_both_numbers()
    {
        var full = string.Concat(Enumerable.Repeat("word ", Markdown.MaxLength / 5));
        Assert.NotEmpty(markdown.Render(full).Excerpt);
        var refusal = Assert.Throws<Refusal>(() => markdown.Render(full + "x"));
        Assert.Equal("This text has 20,001 characters; at most 20,000 fit. Split it or attach a file.", refusal.Message);
    }

    [Fact]
    public void Tidy_keeps_the_words_and_drops_what_cannot_be_stored() =>
        Assert.Equal("a\nb\nc\ufffd 👩‍👧", Markdown.Tidy("a\r\nb\0\rc\ud83d 👩‍👧 \n\n"));

    [Fact]
    public void One_renderer_serves_many_at_once()
    {
        var expected = markdown.Render("**a** #b").Html.Value;
        Parallel.For(0, 500, i => Assert.Equal(expected, markdown.Render("**a** #b").Html.Value));
    }
}
