namespace Intranet.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Runs() => Assert.True(Enum.IsDefined(Intranet.Domain.Activity.Channel.Web));
}
