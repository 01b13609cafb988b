using Intranet.Domain.Access;
using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

public sealed class SourceTests
{
    [Theory]
    [InlineData("mail")]
    [InlineData("Microsoft 365, Oslo")]
    public void A_source_keeps_its_name(string name) => Assert.Equal(name, new Source(1, name).Name);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" mail")]
    [InlineData("mail\n")]
    [InlineData("ma\u001bil")]
    [InlineData("here")]
    public void A_name_that_could_not_be_told_from_another_is_refused(string name) =>
        Assert.Contains("A source's name", Assert.Throws<Refusal>(() => new Source(1, name)).Message);

    [Fact]
    public void A_name_has_at_most_sixty_characters()
    {
        Assert.Equal(60, new Source(1, new string('x', 60)).Name.Length);
        Assert.Throws<Refusal>(() => new Source(1, new string('x', 61)));
    }
}
