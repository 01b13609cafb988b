using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;

namespace Intranet.Tests.Access;

public sealed class OneLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("  Ingrid \t Solheim\n", "Ingrid Solheim")]
    [InlineData("Ingrid\u200B Sol\u00ADheim\uFEFF", "Ingrid Solheim")]
    [InlineData("Ingrid\u200D Solheim", "Ingrid Solheim")]
    [InlineData("In\u3164grid\u2800\u034F", "Ingrid")]
    [InlineData("Eve \u202Egnp.exe\u2066", "Eve gnp.exe")]
    [InlineData("one\u2028two\u0000\u0007", "one two")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("Z\u0351\u036B\u0302\u036A\u033D\u034F\u0334\u0319e", "Z\u0351\u036B\u0302e")]
    [InlineData("\u200B\u2060\u3164", "")]
    public void What_cannot_be_seen_or_leaves_its_place_is_left_out(string given, string kept) => Assert.Equal(kept, OneLine.Of(given));

    [Theory]
    [InlineData("محمد الأحمد")]
    [InlineData("علی‌رضا")]
    [InlineData("Nguyễn Thị Hồng Ánh")]
    [InlineData("क्‍षमा")]
    [InlineData("王小明")]
    [InlineData("Sinéad O’Brien-Þórsdóttir")]
    [InlineData("Crew 👩‍🔧❤️")]
    [InlineData("ยิ่งลักษณ์")]
    public void Names_of_all_languages_stay_as_they_are(string name) => Assert.Equal(name, OneLine.Of(name));

    [Fact]
    public void Names_of_people_teams_and_spaces_and_titles_of_posts_are_kept_so()
    {
        const string given = "Night\u202E shift\u200B";

        Assert.Equal("Night shift", new Person(Guid.NewGuid(), given, "a@example.org").Name);
        Assert.Equal("Night shift", new Team(Guid.NewGuid(), given).Name);
        Assert.Equal("Night shift", new Space(Guid.NewGuid(), given, SpacePurpose.Team, Openness.Open, Now).Name);
        Assert.Equal("Night shift", Post.Within(given));
        Assert.Null(Post.Within("\u200B"));
        Assert.Throws<Refusal>(() => new Person(Guid.NewGuid(), "\u200B\u3164", "a@example.org"));
        Assert.Throws<Refusal>(() => new Team(Guid.NewGuid(), "\u202E"));
    }
}
