using System.Net;
using System.Text.RegularExpressions;
using Intranet.Tests.Architecture;
using Intranet.Tests.Servers;

namespace Intranet.Tests.House;

[Trait("Pace", "slow")]
public sealed partial class PublishedTests
{
    [Fact]
    public async Task A_published_build_runs_anywhere_and_serves_its_files_compressed_and_for_ever()
    {
        var folder = Path.Combine(TestFolder.Create("published"), "out");
        var configuration = new DirectoryInfo(Repository.BuildOf("Intranet.App")).Parent!.Name;
        Command.Read("dotnet", "publish", Repository.PathOf("Intranet.App"), "-c", configuration, "--no-build", "-o", folder);

        Says.Nothing(
            Directory.GetFiles(folder, "*.dll").Where(AheadTests.IsCompiled).Select(Path.GetFileName),
            "These run on this kind of machine only."
        );
        await using var app = await AppProcess.Start(build: folder);
        using var http = new HttpClient { BaseAddress = new Uri(app.Address) };
        var page = await http.GetStringAsync("/welcome", TestContext.Current.CancellationToken);
        string[] files = [.. Files().Matches(page).Select(match => match.Groups[1].Value).Distinct()];
        Assert.Contains(files, file => file.StartsWith("css/house.", StringComparison.Ordinal));
        Assert.Contains(files, file => file.StartsWith("js/house.", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "br" } } };
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((file, HttpStatusCode.OK), (file, answer.StatusCode));
            Assert.Equal((file, "br"), (file, string.Join(",", answer.Content.Headers.ContentEncoding)));
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [GeneratedRegex("""(?:href|src)="([^"]+\.(?:css|js))["]""")]
    private static partial Regex Files();
}
