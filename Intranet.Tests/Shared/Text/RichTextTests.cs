using Bunit;
using Intranet.App.Shared.Text;

namespace Intranet.Tests.Shared.Text;

public sealed class RichTextTests : BunitContext
{
    [Fact]
    public void It_shows_the_stored_html_and_lets_each_text_choose_its_direction()
    {
        var html = new Markdown().Render("**a**").Html;
        Render<RichText>(p => p.Add(r => r.Html, html))
            .MarkupMatches("<div class=\"rich-text\" dir=\"auto\"><p><strong>a</strong></p></div>");
    }

    [Fact]
    public void Nothing_stored_shows_an_empty_text() =>
        Render<RichText>(p => p.Add(r => r.Html, default)).MarkupMatches("<div class=\"rich-text\" dir=\"auto\"></div>");
}
