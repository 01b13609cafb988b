using Intranet.App.Shared.Text;

namespace Intranet.Tests.Shared.Text;

/// <summary>What came as HTML can be edited as Markdown and then says the same.</summary>
public sealed class HtmlToMarkdownTests
{
    private readonly Markdown _markdown = new();

    [Theory]
    [InlineData("<p>Plain words, twice<br>over.</p><p>And <strong>strong</strong> <em>ones</em>, <del>gone</del>.</p>")]
    [InlineData("<h1>Title</h1><p>A <a href=\"https://example.org/a_b(c)?d=1\">link</a> and <code>a `tick` b</code>.</p>")]
    [InlineData("<ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul><ol><li>first</li><li>second</li></ol>")]
    [InlineData("<blockquote><p>said</p><p>more</p></blockquote><hr><pre><code>if (a < b)\n    *p = 1;\n</code></pre>")]
    [InlineData("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2 | 3</td></tr></table>")]
    [InlineData("<p>No signs: *a* _b_ `c` [d](e) snake_case # 1. ~~x~~ &lt;b&gt; C:\\dir \\* $x_1 \\frac{a}{b}$</p>")]
    [InlineData("<p># no heading</p><p>1. no list</p><p>- nor here</p><p>&gt; no quote</p><p>+ 1</p>")]
    public void The_shown_text_is_the_same_after_the_way_through_markdown(string html)
    {
        var shown = HtmlImport.ToSafeHtml(html);

        var again = _markdown.Render(HtmlToMarkdown.Write(shown)).Html;

        Assert.Equal(Words(shown), Words(again));
        Assert.Equal(Blocks(shown), Blocks(again));
    }

    [Fact]
    public void Words_stay_findable_as_they_were_written() =>
        Assert.Equal("snake_case and \\lambda", HtmlToMarkdown.Write(HtmlImport.ToSafeHtml("<p>snake_case and \\lambda</p>")));

    /// <summary>Without white space, which the two ways put at different places between blocks.</summary>
    private static string Words(SafeHtml html) =>
        string.Concat(ShownDom.Parse(html.Value).Body!.TextContent.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<string> Blocks(SafeHtml html) =>
        ShownDom
            .Parse(html.Value)
            .Body!.QuerySelectorAll("h1,h2,h3,h4,h5,h6,li,blockquote,pre,td,th,a,strong,em,del,code,hr,br")
            .Select(e => $"{e.LocalName} {e.GetAttribute("href")}");
}
