using Intranet.App.Shared.Text;

namespace Intranet.Tests.Shared.Text;

public sealed class SanitizerTests
{
    private readonly Markdown markdown = new();

    public static TheoryData<string> Attacks => [.. AttackStrings.All];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_written_as_markdown_shows_as_harmless_text(string attack) =>
        Assert.Empty(ShownDom.Dangers(markdown.Render(attack, _ => "<b onclick=x>Ann</b>").Html.Value));

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_in_an_imported_body_loses_its_teeth(string attack) =>
        Assert.Empty(ShownDom.Dangers(HtmlImport.ToSafeHtml(attack).Value));

    [Fact]
    public void There_are_enough_attacks_and_the_judge_sees_them_when_nothing_guards()
    {
        Assert.True(AttackStrings.All.Distinct().Count() >= 200);
        Assert.True(AttackStrings.All.Count(attack => ShownDom.Dangers(attack).Count > 0) >= 100);
    }

    [Fact]
    public void Pairs_of_attacks_side_by_side_stay_harmless()
    {
        var all = AttackStrings.All.ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            var pair = all[i] + all[(i * 7 + 13) % all.Length];
            Assert.Empty(ShownDom.Dangers(markdown.Render(pair).Html.Value));
            Assert.Empty(ShownDom.Dangers(HtmlImport.ToSafeHtml(pair).Value));
        }
    }

    [Fact]
    public void A_picture_from_elsewhere_becomes_a_link_and_loads_nothing()
    {
        var body = ShownDom.Parse(markdown.Render("![A chart](https://evil.test/pixel.gif)").Html.Value).Body!;
        Assert.Empty(body.QuerySelectorAll("img"));
        Assert.Equal("https://evil.test/pixel.gif", body.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("A chart", body.TextContent.Trim());
    }

    [Fact]
    public void Our_own_picture_keeps_its_alt_text_and_reserves_its_room()
    {
        var image = ShownDom.Parse(markdown.Render("![Two people](/files/images/ab12/800.webp#800x600)").Html.Value).QuerySelector("img")!;
        Assert.Equal("/files/images/ab12/800.webp", image.GetAttribute("src"));
        Assert.Equal("Two people", image.GetAttribute("alt"));
        Assert.Equal(("800", "600"), (image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.Equal("lazy", image.GetAttribute("loading"));
    }

    [Theory]
    [InlineData("[x](https://a.test/y?z=1#q)", "https://a.test/y?z=1#q")]
    [InlineData("[x](mailto:a@b.test)", "mailto:a@b.test")]
    [InlineData("https://a.test/y", "https://a.test/y")]
    [InlineData("www.a.test", "https://www.a.test")]
    [InlineData("<https://a.test>", "https://a.test")]
    public void A_link_outside_leads_there_and_lends_it_nothing(string text, string address)
    {
        var link = ShownDom.Parse(markdown.Render(text).Html.Value).QuerySelector("a")!;
        Assert.Equal(address, link.GetAttribute("href"));
        Assert.Equal("nofollow noopener ugc", link.GetAttribute("rel"));
    }

    [Fact]
    public void A_link_into_the_house_stays_a_plain_link()
    {
        var link = ShownDom.Parse(markdown.Render("[the plan](/spaces/plan#goals)").Html.Value).QuerySelector("a")!;
        Assert.Equal("/spaces/plan#goals", link.GetAttribute("href"));
        Assert.Null(link.GetAttribute("rel"));
    }

    [Fact]
    public void A_link_that_may_not_lead_anywhere_leaves_its_words() =>
        Assert.Equal("<p>read this</p>", markdown.Render("[read this](javascript:alert(1))").Html.Value.Trim());
}
