using Intranet.App.Access;
using Intranet.Domain.Access;

namespace Intranet.Tests.Access;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("quiet harbour lantern fig")]
    [InlineData("Kaffee um drei, Regen um vier")]
    [InlineData("vT9#kQ2!mZ7x")]
    public void A_long_password_nobody_would_guess_passes(string password) => PasswordRule.Check(password, "Ada Byron", "ada@example.org");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("vT9#kQ2!mZ7")]
    public void One_shorter_than_twelve_characters_is_refused(string? password) => Refused(password);

    [Theory]
    [InlineData("leavemealone")]
    [InlineData("unbelievable")]
    [InlineData("qwertyuiop123")]
    [InlineData("Password2026")]
    [InlineData("P@ssw0rd!!!!")]
    [InlineData("passwordpassword")]
    [InlineData("!!dragon20261")]
    public void A_common_one_is_refused_however_it_is_dressed_up(string password) => Refused(password);

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklm")]
    [InlineData("ababababababab")]
    public void Repetitions_and_runs_are_refused(string password) => Refused(password);

    [Theory]
    [InlineData("adabyron2026!")]
    [InlineData("ada@example.org")]
    public void Ones_own_name_and_address_are_refused(string password) => Refused(password);

    [Fact]
    public void A_password_longer_than_the_limit_is_refused() => Refused(string.Concat(Enumerable.Repeat("quiet harbour ", 20)));

    private static void Refused(string? password) =>
        Assert.Throws<Refusal>(() => PasswordRule.Check(password, "Ada Byron", "ada@example.org"));
}
