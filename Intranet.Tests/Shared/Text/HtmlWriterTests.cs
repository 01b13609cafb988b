using Intranet.App.Shared.Text;

namespace Intranet.Tests.Shared.Text;

public sealed class HtmlWriterTests
{
    [Fact]
    public void What_is_put_into_a_hole_reads_as_the_very_same_text()
    {
        foreach (var attack in AttackStrings.All)
        {
            var read = ShownDom.Parse(SafeHtml.Write($"""<p title="{attack}">{attack}</p>""").Value).Body!;

            // A browser reads NUL as the replacement character, and a lone return as a new line.
            var text = attack.Replace('\0', '\uFFFD').Replace("\r\n", "\n").Replace('\r', '\n');
            var (shown, title) = (read.Children.Single().TextContent, read.Children.Single().GetAttribute("title")!);
            Assert.Equal((text, text), (Unified(shown), Unified(title)));
        }

        static string Unified(string read) => read.Replace("\r\n", "\n").Replace('\r', '\n');
    }

    [Fact]
    public void Markup_stands_only_where_the_source_or_safe_html_says_so()
    {
        var inner = SafeHtml.Write($"<b>{"<i>"}</b>");

        Assert.Equal("<p><b>&lt;i&gt;</b>3</p>", SafeHtml.Write($"<p>{inner}{3}{default(SafeHtml)}{null}</p>").Value);
    }

    [Fact]
    public void Letters_of_all_scripts_stay_letters() => Assert.Equal("Mróz 山田", SafeHtml.Write($"{"Mróz 山田"}").Value);

    [Fact]
    public void A_value_without_quotes_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => SafeHtml.Write($"<p title={"a onclick=b"}>").Value);
}
