using Bunit;
using Intranet.App.Feeds;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

/// <summary>Two people have the same space open. One acts, and the other's screen changes without being touched.</summary>
public abstract class TwoScreens : IAsyncLifetime
{
    protected Cast Cast { get; private set; } = null!;
    protected Desk Anns { get; private set; } = null!;
    protected Desk Bens { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Cast = await Cast.In(Engine.Sqlite);
        (Anns, Bens) = (new Desk(Cast.Office, Cast.Ann), new Desk(Cast.Office, Cast.Ben));
    }

    public async ValueTask DisposeAsync()
    {
        await Anns.DisposeAsync();
        await Bens.DisposeAsync();
        await Cast.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<(IRenderedComponent<FeedPanel> Ann, IRenderedComponent<FeedPanel> Ben)> Both() =>
        (await Anns.Feed(Cast.Room.Id), await Bens.Feed(Cast.Room.Id));
}
