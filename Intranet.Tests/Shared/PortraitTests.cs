using Intranet.App.Shared;

namespace Intranet.Tests.Shared;

public sealed class PortraitTests
{
    // Written down, so that nobody's face changes with a release.
    private static readonly Portrait Drawn = new("#65642B", "M3 36a15 15 0 0 1 30 0z", "rotate(45 18 18)", "AO");

    [Fact]
    public void The_same_person_is_always_drawn_the_same()
    {
        var id = Guid.Parse("0199aa11-2233-7444-8555-66778899aabb");
        Assert.Equal(Portrait.Of(id, "Amara Okafor"), Portrait.Of(id, "Amara Okafor"));
        Assert.Equal(Drawn, Portrait.Of(id, "Amara Okafor"));
    }

    [Fact]
    public void People_who_join_in_the_same_second_do_not_look_alike()
    {
        var start = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var drawn = Enumerable.Range(0, 300).Select(i => Portrait.Of(Guid.CreateVersion7(start.AddMilliseconds(i)), "A B")).ToList();
        Assert.Equal(Portrait.Tones.Count, drawn.Select(p => p.Tone).Distinct().Count());
        Assert.All(drawn.GroupBy(p => p.Tone), tone => Assert.InRange(tone.Count(), 5, 80));
        Assert.InRange(drawn.Distinct().Count(), 150, 320);
    }

    [Theory]
    [InlineData("Amara Okafor", "AO")]
    [InlineData("Dr. Hannelore Maria Fuchs", "HF")]
    [InlineData("Çağla", "Ç")]
    [InlineData("田中 愛子", "田愛")]
    [InlineData("Björn Þórsson", "BÞ")]
    [InlineData("", "?")]
    [InlineData("42", "4")]
    public void Initials_are_taken_from_the_first_and_the_last_name(string name, string initials) =>
        Assert.Equal(initials, Portrait.InitialsOf(name));

    [Fact]
    public void White_initials_are_legible_on_every_tone_and_on_its_shape()
    {
        var shade = double.Parse(Portrait.Shade, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var tone in Portrait.Tones)
        {
            Assert.True(Contrast.Between("#FFFFFF", tone) >= 4.5, $"{tone}: {Contrast.Between("#FFFFFF", tone):0.00}");
            Assert.True(Contrast.Between("#FFFFFF", Contrast.Darkened(tone, shade)) >= 4.5);
        }
    }
}
