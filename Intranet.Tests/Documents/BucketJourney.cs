using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents;

/// <summary>Files dropped while the bucket they go to is away.</summary>
public sealed class BucketJourney : AccessJourney
{
    [Fact]
    public async Task A_file_that_cannot_be_kept_says_why_and_goes_on_by_itself_when_it_can()
    {
        ExpectLostConnections("status of 503");
        await using var server = await S3Server.Start();
        await Start(i => i with { Bucket = server.Settings() });
        var mine = await Open($"{Address}/sign-in");
        await SignIn(mine, Founder, Password);
        await Arrive(mine, $"{Address}/");
        await Visit(mine, $"{Address}/spaces");
        var link = mine.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Everyone" }).First;
        await Visit(mine, $"{Address}{await link.GetAttributeAsync("href")}/documents");
        await mine.WaitForFunctionAsync("() => performance.getEntriesByName('documents-listen').length > 0");
        var file = Path.Combine(TestFolder.Create("drop"), "plan.txt");
        await File.WriteAllTextAsync(file, "Plan");
        await server.Stop();

        await DocumentSteps.Drop(mine, file);

        var why = mine.GetByText("The place where files are kept does not answer. What has arrived is kept");
        await Assertions.Expect(why).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Examine(mine, "documents-bucket-away");
        await Assertions.Expect(mine.Locator("[data-name]")).ToHaveCountAsync(0);
        await server.StartAgain();
        await Assertions.Expect(mine.GetByText("1 file added")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(mine.Locator("[data-name]")).ToHaveTextAsync(["plan.txt"]);
    }
}
