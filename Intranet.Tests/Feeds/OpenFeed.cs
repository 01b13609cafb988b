using Intranet.App.Feeds;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

/// <summary>A feed somebody has open, without a browser around it.</summary>
public sealed class OpenFeed(FeedScreen screen) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private IDisposable? _ear;

    public FeedScreen Screen { get; } = screen;

    /// <summary>How many pieces of news came.</summary>
    public int Heard { get; private set; }

    public static Task<OpenFeed> Of(Cast cast, Person viewer, FeedScope scope, int most = FeedScreen.Most) =>
        Of(cast.Office, viewer, scope, most);

    public static async Task<OpenFeed> Of(Office office, Person viewer, FeedScope scope, int most = FeedScreen.Most)
    {
        var opened = new OpenFeed(new FeedScreen(office.Get<FeedPages>(), viewer.Eyes(), scope, most));
        opened._ear = office.Get<FeedWire>().Join(viewer.Id, scope, opened.Hear, opened.Screen.Encloses);
        await opened.Screen.Load();
        return opened;
    }

    public static async Task Until(Func<bool> met)
    {
        var waited = TimeSpan.Zero;
        while (!met())
        {
            Assert.True(waited < Patience, "It did not happen in time.");
            await Task.Delay(10);
            waited += TimeSpan.FromMilliseconds(10);
        }
    }

    public void Dispose() => _ear?.Dispose();

    private Task Hear(IReadOnlyList<FeedNews>? news)
    {
        Heard += news?.Count ?? 0;
        return Screen.Hear(news);
    }
}
