using Bunit;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class SendingTests : TwoScreens
{
    [Fact]
    public async Task A_post_stands_at_once_marked_sending_and_then_final_and_never_twice()
    {
        var (ann, ben) = await Both();
        await ann.Write("The blades arrive on Tuesday.");
        var drawn = new List<(int Sending, int Stored)>();
        ann.OnMarkupUpdated += (_, _) => drawn.Add(Drawn(ann));
        var (begun, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        // One act at a time is written: while this one lasts, the server is slow.
        var slow = Cast.Office.Store.Write(
            Viewer.Nobody,
            async _ =>
            {
                begun.SetResult();
                await free.Task;
            }
        );
        await begun.Task;

        var publishing = ann.Click("Publish");

        await ann.Shows(() => Drawn(ann) == (1, 0));
        var sending = ann.Find("article.sending");
        Assert.Equal("sending", sending.QuerySelector(".where")!.TextContent);
        Assert.Contains("The blades arrive on Tuesday.", sending.TextContent);
        Assert.Equal("Your post, sending", sending.GetAttribute("aria-label"));
        Assert.Empty(ben.FindAll("article"));
        free.SetResult();
        await slow;
        await publishing;

        await ann.Shows(() => Drawn(ann) == (0, 1));
        await ben.Shows(() => Drawn(ben) == (0, 1));
        Assert.DoesNotContain("sending", ann.Find("article").TextContent);
        // Nowhere on the way did it stand twice, and once it stood it never went.
        Assert.All(drawn, d => Assert.InRange(d.Sending + d.Stored, 0, 1));
        Assert.All(drawn.SkipWhile(d => d.Sending == 0), d => Assert.Equal(1, d.Sending + d.Stored));
    }

    private static (int Sending, int Stored) Drawn(IRenderedComponent<FeedPanel> feed) =>
        (feed.FindAll("article.sending").Count, feed.FindAll("article[data-post]").Count);
}
