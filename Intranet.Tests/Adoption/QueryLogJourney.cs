using System.Net;
using Intranet.Domain.People;
using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Adoption;

/// <summary>What managers ask of the figures stands before the works council, and before nobody else.</summary>
public sealed class QueryLogJourney : AccessJourney
{
    private const string Council = "wanda@nordwind.example";

    [Fact]
    public async Task The_works_council_reads_filters_and_downloads_what_was_asked()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Start();
        await AddPerson(Council, "Wanda Berg", Duties.WorksCouncil);
        var analyst = await SignedIn();
        await Visit(analyst, $"{Address}/adoption?weeks=12");
        await Assertions.Expect(analyst.GetByText("Your works council can see which figures you asked for")).ToBeVisibleAsync();
        Assert.Equal(0, (await AppProcess.Run("report", "adoption", "--by", "team", "--data", Data)).Exit);

        var council = await SignedIn(Council);
        await Visit(council, Address);
        await council.GetByRole(AriaRole.Link, new() { Name = "Query log" }).ClickAsync();
        await Assertions.Expect(council.Locator("tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(council.GetByRole(AriaRole.Row, new() { Name = "Ingrid Solheim" })).ToContainTextAsync("Last 12 weeks");
        await Examine(council, "query-log");
        await council.SetViewportSizeAsync(390, 844);
        Assert.Equal(
            ["When", "Group", "Period", "Counted in"],
            await council
                .Locator("tbody tr:first-child td")
                .EvaluateAllAsync<string[]>("cells => cells.map(cell => getComputedStyle(cell, '::before').content.slice(1, -1))")
        );
        await council.SetViewportSizeAsync(1280, 900);
        await council.GetByLabel("Who asked").SelectOptionAsync("operator");
        await Assertions.Expect(council.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(council.Locator("tbody tr")).ToContainTextAsync("Every team");
        var download = await council.RunAndWaitForDownloadAsync(() =>
            council.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync()
        );
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal("at,person,personId,source,scope,window", lines[0]);
        Assert.Contains("Every team", Assert.Single(lines.Skip(1)));
        await council.GetByLabel("From").FillAsync("2090-01-01");
        await Assertions.Expect(council.GetByText("Nobody asked for figures in this time.")).ToBeVisibleAsync();

        Expect("404");
        Assert.Equal(404, (await analyst.GotoAsync($"{Address}/adoption/queries"))!.Status);
        Assert.Equal((int)HttpStatusCode.NotFound, (await analyst.Context.APIRequest.GetAsync($"{Address}/adoption/queries.csv")).Status);
    }
}
