using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Feeds;

/// <summary>The connection goes and comes back, the server dies, the device changes: nothing that was written or said is lost.</summary>
public sealed class ReconnectJourney : FeedJourney
{
    [Fact]
    public async Task What_was_said_and_typed_while_the_connection_was_gone_is_there_when_it_is_back()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        ExpectLostConnections();
        await Begin();
        await Says(Founder, "Before the tunnel");
        await using var wire = new CutWire(Address);
        var there = await Open($"{wire.Address}/sign-in");
        await SignIn(there, Amara, Password);
        await Arrive(there, $"{wire.Address}/");
        await Visit(there, $"{wire.Address}/spaces/{Room}");
        await Expect(Article(there, "Before the tunnel")).ToBeVisibleAsync();
        await there.EvaluateAsync("() => { window.stillTheSamePage = true; }");
        await OpenComposer(there);
        await Composer(there).PressSequentiallyAsync("Half a ");
        await Expect(there.GetByText("Draft saved")).ToBeVisibleAsync();

        wire.Cut();
        await Expect(there.GetByText("The connection is gone.")).ToBeVisibleAsync();
        await Composer(there).PressSequentiallyAsync("thought from the tunnel");
        await Says(Mehmet, "Said while you were away");
        await Expect(Article(there, "Said while you were away")).ToHaveCountAsync(0);
        wire.Mend();

        await Expect(Article(there, "Said while you were away")).ToBeVisibleAsync();
        await Expect(there.GetByText("The connection is gone.")).ToBeHiddenAsync();
        Assert.True(await there.EvaluateAsync<bool>("() => window.stillTheSamePage === true"));
        await Expect(Composer(there)).ToHaveValueAsync("Half a thought from the tunnel");

        // Nobody touches the page, and yet the words are on the other device.
        await OtherDeviceShows("Half a thought from the tunnel");
        await Publish(there);
        await Expect(Article(there, "Half a thought from the tunnel")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_draft_outlives_the_death_of_the_server_and_waits_on_another_device()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        ExpectLostConnections();
        await Begin(mortal: true);
        var here = await SignedIn(Amara);
        await Visit(here, RoomAddress);
        await OpenComposer(here);
        await here.GetByLabel("Title, optional").FillAsync("Night shift");
        await Composer(here).PressSequentiallyAsync("Who takes **Friday**?");
        await Expect(here.GetByText("Draft saved")).ToBeVisibleAsync();

        await Process.Kill();
        await Composer(here).PressSequentiallyAsync(" And Saturday?");
        await Process.StartAgain();

        await Expect(Composer(here)).ToHaveValueAsync("Who takes **Friday**? And Saturday?");
        await OtherDeviceShows("Who takes **Friday**? And Saturday?", "Night shift");
        await Publish(here);
        await Expect(Article(here, "And Saturday?")).ToHaveCountAsync(1);
        var after = await SignedIn(Amara);
        await Visit(after, RoomAddress);
        await Expect(Article(after, "And Saturday?")).ToHaveCountAsync(1);
        await Expect(after.GetByText("What should others know?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_nothing_lets_web_sockets_through_the_page_becomes_live_another_way()
    {
        ExpectLostConnections();
        Expect("Failed to start the");
        Expect("Circuit host not initialized");
        await Begin();
        var there = await SignedIn(Amara);
        // The server gives no socket at this address, which is what a proxy that knows none looks like from here.
        await there.AddInitScriptAsync(
            """
            const socket = window.WebSocket;
            window.WebSocket = class extends socket { constructor(address, protocols) { super(address.replace("_blazor", "healthz"), protocols); } };
            """
        );

        await Visit(there, RoomAddress);
        await OpenComposer(there);
        await Composer(there).FillAsync("Said through a narrow door");
        await Publish(there);

        await Expect(Article(there, "Said through a narrow door")).ToHaveCountAsync(1);
        Assert.Equal("[]", await there.EvaluateAsync<string>("() => fetch('/_blazor/initializers').then(answer => answer.text())"));
    }

    /// <summary>The draft reaches the server a moment after the connection is back; each look opens the page anew.</summary>
    private async Task OtherDeviceShows(string text, string title = "")
    {
        var phone = await SignedIn(Amara);
        for (var tries = 0; ; tries++)
        {
            await Visit(phone, RoomAddress);
            await Expect(Composer(phone)).ToBeVisibleAsync();
            await phone.EvaluateAsync("() => localStorage.clear()");
            if (await Composer(phone).InputValueAsync() == text || tries == 20)
                break;
        }
        await Expect(Composer(phone)).ToHaveValueAsync(text);
        await Expect(phone.GetByLabel("Title, optional")).ToHaveValueAsync(title);
        await phone.Context.CloseAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
