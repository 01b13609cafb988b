using Xunit.Sdk;

namespace Intranet.Tests.Servers;

[Trait("Pace", "slow")]
public sealed class JourneyTests
{
    [Fact]
    public async Task A_page_that_logs_an_error_fails_its_journey()
    {
        var walk = new Walk();
        await walk.Visit("data:text/html,<script>console.error('broken')</script>");

        await Assert.ThrowsAsync<FailException>(async () => await walk.DisposeAsync());
    }

    [Fact]
    public async Task A_page_whose_script_throws_fails_its_journey()
    {
        var walk = new Walk();
        await walk.Visit("data:text/html,<script>setTimeout(() => { throw new Error('broken') })</script>");
        await Task.Delay(200);

        await Assert.ThrowsAsync<FailException>(async () => await walk.DisposeAsync());
    }

    [Fact]
    public async Task An_expected_error_passes()
    {
        var walk = new Walk("broken");
        await walk.Visit("data:text/html,<script>console.error('broken')</script>");

        await walk.DisposeAsync();
    }

    [Fact]
    public async Task A_page_that_is_hard_to_use_is_named_with_the_rule()
    {
        await using var walk = new Walk();

        var failure = await Assert.ThrowsAsync<FailException>(() =>
            walk.Examine("data:text/html,<html lang='en'><title>x</title><main><h1>x</h1><button></button></main>")
        );

        Assert.Contains("button-name", failure.Message);
    }

    [Fact]
    public async Task A_page_in_good_order_passes()
    {
        await using var walk = new Walk();

        await walk.Examine("data:text/html,<html lang='en'><title>x</title><main><h1>x</h1><button>Send</button></main>");
    }

    private sealed class Walk : Journey
    {
        public Walk(params string[] expected) => Array.ForEach(expected, Expect);

        public Task Visit(string address) => Open(address);

        public async Task Examine(string address) => await NoViolations(await Open(address));
    }
}
