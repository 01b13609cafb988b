using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Intranet.App.Api;

/// <summary>The live feed for clients that are not screens of this product: mobile apps, wall boards, bots. Sign in by cookie or bearer token.</summary>
[Authorize(AuthenticationSchemes = "Identity.Application," + TokenSignIn.SchemeName)]
public sealed class LiveHub(Followers followers) : Hub<ILiveClient>
{
    /// <summary>Spaces one connection may follow.</summary>
    public const int MostFollowed = 500;

    private Guid Person => Guid.Parse(Context.User!.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>Tells this connection from now on what happens in the space. The same answer for a space that is not there and one that may not be seen.</summary>
    /// <exception cref="HubException">The space is not there, or too many are followed.</exception>
    public async Task Follow(Guid spaceId)
    {
        switch (await followers.Follow(Context.ConnectionId, Person, spaceId))
        {
            case Followed.NotHere:
                throw new HubException("There is no such space.");
            case Followed.TooMany:
                throw new HubException($"A connection follows {MostFollowed} spaces at most.");
        }
    }

    public Task Unfollow(Guid spaceId)
    {
        followers.Unfollow(Context.ConnectionId, spaceId);
        return Task.CompletedTask;
    }

    public override async Task OnConnectedAsync()
    {
        await followers.Enter(Context.ConnectionId, Person, Context.User!, Context.Abort);
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        followers.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>How a wish to follow a space ended.</summary>
public enum Followed
{
    Yes,
    NotHere,
    TooMany,
}
