using AngleSharp.Dom;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.App.Shared;
using Intranet.Tests.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace Intranet.Tests.Feeds;

public sealed class EnclosureDrawingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 5, 0, TimeSpan.Zero);

    [Fact]
    public void A_card_says_what_it_is_now_and_leads_to_it_and_to_its_content()
    {
        var paper = Paper("Plan <b>.txt") with { Number = 3, Size = 2048 };
        var shown = Show(paper);

        var name = shown.QuerySelector("li a[dir=auto]")!;
        Assert.Equal(("Plan <b>.txt", $"/documents/{paper.Id}"), (name.TextContent, name.GetAttribute("href")));
        Assert.StartsWith("2 KB, version 3 · Zofia Nowak, ", shown.QuerySelector("li .quiet")!.TextContent);
        Assert.Equal("2026-03-02T09:05:00Z", shown.QuerySelector("time")!.GetAttribute("datetime"));
        var download = shown.QuerySelector("a[download]")!;
        Assert.Equal(
            ($"/files/documents/{paper.Id}/3", "Download Plan <b>.txt"),
            (download.GetAttribute("href"), download.GetAttribute("aria-label"))
        );
        Assert.Empty(shown.QuerySelectorAll("img, b"));
    }

    [Fact]
    public void A_picture_is_shown_larger_as_the_version_it_is_now()
    {
        var paper = Paper("Hall.png") with { Number = 2, ContentType = "image/png" };

        Assert.Equal($"/files/documents/{paper.Id}/2/800.webp", Show(paper).QuerySelector("li.picture img")!.GetAttribute("src"));
    }

    [Fact]
    public void What_is_in_the_trash_leads_nowhere()
    {
        var shown = Show(Paper("Plan.txt") with { Gone = true });

        Assert.Contains("No longer there", shown.QuerySelector("li.gone")!.TextContent);
        Assert.Empty(shown.QuerySelectorAll("a, img"));
    }

    [Fact]
    public void More_than_four_are_a_number_and_none_are_nothing()
    {
        var shown = Show([.. Enumerable.Range(1, 7).Select(i => Paper($"{i}.txt"))]);

        Assert.Equal(4, shown.QuerySelectorAll("li.enclosure").Length);
        Assert.Equal("and 3 more", shown.QuerySelector("li.more")!.TextContent);
        Assert.Equal("", Show().InnerHtml.Trim());
    }

    private static Enclosure Paper(string name) =>
        new(Guid.NewGuid(), Guid.NewGuid(), name, 1, 5, "text/plain", "Zofia Nowak", At, Gone: false);

    private static IElement Show(params Enclosure[] papers) =>
        ShownDom.Parse(EnclosureDrawing.Of(Sprite.Of(ResourceAssetCollection.Empty), new Enclosed([Guid.NewGuid()], papers)).Value).Body!;
}
