using Intranet.App.Shared.Text;
using Intranet.Domain.Access;

namespace Intranet.Tests.Shared.Text;

public sealed class HtmlImportTests
{
    [Fact]
    public void Mathematics_code_lists_and_links_of_an_imported_body_survive()
    {
        const string body =
            "<h1>Why</h1><p>Is $\\alpha|0\\rangle &lt; 1$ so?</p><pre class=\"lang-py prettyprint\"><code>x = 1\n  y</code></pre>"
            + "<ol start=\"2\"><li><a href=\"https://arxiv.test/abs/1\" rel=\"noreferrer\">paper</a></li></ol>";
        var rendered = HtmlImport.Render(body);
        var dom = ShownDom.Parse(rendered.Html.Value).Body!;
        Assert.Equal("Why", dom.QuerySelector("h3")!.TextContent);
        Assert.Equal("Is $\\alpha|0\\rangle < 1$ so?", dom.QuerySelector("p")!.TextContent);
        Assert.Equal("x = 1\n  y", dom.QuerySelector("pre code")!.TextContent);
        Assert.Equal("2", dom.QuerySelector("ol")!.GetAttribute("start"));
        Assert.Equal("nofollow noopener ugc", dom.QuerySelector("a")!.GetAttribute("rel"));
        Assert.Equal("Why Is $\\alpha|0\\rangle < 1$ so? x = 1 y paper", rendered.Excerpt);
    }

    [Fact]
    public void Plain_text_keeps_lines_and_cells_apart() =>
        Assert.Equal(
            "One\nTwo\nthree\nfour\na\tb",
            HtmlImport.ToPlainText("<p>One</p><p>Two<br>three</p><ul><li>four</li></ul><table><tr><td>a</td><td>b</td></tr></table>")
        );

    [Fact]
    public void Markup_that_is_not_allowed_leaves_its_words() =>
        Assert.Equal(
            "<p>a <strong>b</strong> c</p>",
            HtmlImport.ToSafeHtml("<article><p>a <font><strong>b</strong></font> c</p></article>").Value
        );

    [Fact]
    public void Two_images_linked_and_bare_become_links() =>
        Assert.Equal(
            "<a href=\"https://a.test\" rel=\"nofollow noopener ugc\">plot</a> <a href=\"https://i.test/x.png\" rel=\"nofollow noopener ugc\">i.test</a>",
            HtmlImport
                .ToSafeHtml(
                    "<a href=\"https://a.test\"><img src=\"https://i.test/x.png\" alt=\"plot\"></a> <img src=\"https://i.test/x.png\">"
                )
                .Value
        );

    [Fact]
    public void A_table_that_breaks_the_parser_is_refused_in_words()
    {
        var broken = string.Concat(Enumerable.Repeat("<table><tr></style><em q=</h1><!--<svg><td></table>", 40));
        try
        {
            Assert.Empty(ShownDom.Dangers(HtmlImport.ToSafeHtml(broken).Value));
        }
        catch (Refusal refusal)
        {
            Assert.NotEmpty(refusal.Message);
        }
    }
}
