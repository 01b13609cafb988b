using Bunit;
using Intranet.App.Layout;

namespace Intranet.Tests.Layout;

public sealed class BrandMarkTests : BunitContext
{
    [Theory]
    [InlineData("Nordwind", "N")]
    [InlineData("école", "É")]
    [InlineData("<b>Aster & Co", "B")]
    [InlineData("\"42\" Labs", "4")]
    [InlineData("北風", "北")]
    [InlineData("🚲 Rad", "R")]
    public void The_mark_is_the_first_letter_or_digit_of_the_name(string organisation, string sign) =>
        Assert.Equal(sign, Mark(organisation).TextContent.Trim());

    [Theory]
    [InlineData("")]
    [InlineData("&&&")]
    public void A_name_without_letter_or_digit_has_a_drawing_in_place_of_one(string organisation)
    {
        var mark = Mark(organisation);
        Assert.Equal("", mark.TextContent.Trim());
        Assert.NotNull(mark.QuerySelector("svg"));
    }

    private AngleSharp.Dom.IElement Mark(string organisation) =>
        Render<BrandMark>(p => p.Add(m => m.Organisation, organisation)).Find(".brand-mark");
}
