namespace Intranet.Tests.Servers;

[Trait("Pace", "slow")]
public sealed class AppProcessTests
{
    [Fact]
    public async Task The_product_ends_cleanly_when_asked_and_comes_back_on_its_folder_after_a_power_cut()
    {
        await using var app = await AppProcess.Start();
        Assert.Contains(app.Data, app.Output);
        Assert.Contains(app.Address, app.Output);

        Assert.Equal(0, await app.Stop());
        await app.StartAgain();
        Assert.Equal(137, await app.Kill());
        await app.StartAgain();

        using var http = new HttpClient();
        Assert.Equal("ok", await http.GetStringAsync($"{app.Address}/healthz"));
    }

    [Fact]
    public async Task A_command_hands_back_its_exit_code_and_words()
    {
        var (exit, output) = await AppProcess.Run("--help");

        Assert.Equal(0, exit);
        Assert.Contains("serve", output);
    }

    [Fact]
    public async Task A_server_that_cannot_start_fails_the_test_with_what_it_said()
    {
        var file = Path.Combine(TestFolder.Create("taken"), "file");
        await File.WriteAllTextAsync(file, "not a folder");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => AppProcess.Start(data: file));

        Assert.Contains("It said:", failure.Message);
    }
}
