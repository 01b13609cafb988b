using System.Collections.Concurrent;
using System.Security.Claims;
using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.Domain.Activity;
using Microsoft.AspNetCore.SignalR;

namespace Intranet.App.Api;

/// <summary>Who follows what over the hub. Before anything is passed on, one query says which followers may see the space now; the others are dropped.</summary>
public sealed class Followers(IHubContext<LiveHub, ILiveClient> hub, Announcer announcer, Store store, Persona persona, AccessTokens tokens)
{
    private readonly ConcurrentDictionary<string, Connection> _connections = new();
    private readonly ConcurrentDictionary<Guid, Room> _rooms = new();

    public async Task Enter(string connection, Guid person, ClaimsPrincipal user, Action abort)
    {
        var ear = announcer.Listen(Subject.Person(person), _ => Check(connection, user, abort));
        _connections[connection] = new Connection(person, ear);
        // Listen first, then look: the way in may have ended while it was walked.
        await Check(connection, user, abort);
    }

    public void Leave(string connection)
    {
        if (!_connections.TryRemove(connection, out var gone))
            return;
        gone.Ear.Dispose();
        foreach (var space in gone.Spaces.Keys)
            Remove(space, connection);
    }

    public async Task<Followed> Follow(string connection, Guid person, Guid space)
    {
        if (!_connections.TryGetValue(connection, out var mine))
            return Followed.NotHere;
        if (mine.Spaces.Count >= LiveHub.MostFollowed)
            return Followed.TooMany;
        // Listen first, then look: what happens in between is checked again at delivery.
        Add(space, connection, person);
        mine.Spaces[space] = 0;
        var audience = await store.Read(Viewer.Nobody, db => Audience.Of(db, space, [person]));
        if (audience.Sees(person))
            return Followed.Yes;
        Unfollow(connection, space);
        return Followed.NotHere;
    }

    public void Unfollow(string connection, Guid space)
    {
        if (_connections.TryGetValue(connection, out var mine))
            mine.Spaces.TryRemove(space, out _);
        Remove(space, connection);
    }

    private async Task Pass(Guid space, IReadOnlyList<Happening> happenings)
    {
        if (!_rooms.TryGetValue(space, out var room))
            return;
        var followers = room.Connections.ToArray();
        var audience = await store.Read(Viewer.Nobody, db => Audience.Of(db, space, [.. followers.Select(f => f.Value).Distinct()]));
        foreach (var (connection, _) in followers.Where(f => !audience.Sees(f.Value)))
        {
            Unfollow(connection, space);
            await hub.Clients.Client(connection).Dropped(space);
        }
        string[] those = [.. followers.Where(f => audience.Sees(f.Value)).Select(f => f.Key)];
        if (those.Length == 0)
            return;
        foreach (var h in happenings.Where(IsForOthers))
            await hub
                .Clients.Clients(those)
                .Happened(new HappenedMessage(h.ActivityId, h.Verb.ToString(), space, h.ThingKind.ToString(), h.ThingId, h.PostId));
    }

    /// <summary>
    /// That somebody read something is nobody else's business; who asks for a place or is offered one is for those who decide, and a follower may
    /// be any member. What stands in no ledger has no number to go by.
    /// </summary>
    private static bool IsForOthers(Happening happening) =>
        happening is { ActivityId: > 0 }
        && happening.Verb
            is not (
                Verb.Opened
                or Verb.ClickedMailLink
                or Verb.SignedIn
                or Verb.Searched
                or Verb.FileOpened
                or Verb.RequestedToJoin
                or Verb.RequestWithdrawn
                or Verb.Declined
                or Verb.Invited
                or Verb.InvitationWithdrawn
                or Verb.InvitationRefused
                or Verb.GuestConfirmed
                or Verb.StayExtended
            );

    /// <summary>Ends the connection when its token was withdrawn, its session ended, or its person deactivated.</summary>
    private async Task Check(string connection, ClaimsPrincipal user, Action abort)
    {
        var holds = TokenSignIn.Token(user) is { } token ? await tokens.Holds(token) : await persona.Of(user) is not null;
        if (holds)
            return;
        Leave(connection);
        abort();
    }

    private void Add(Guid space, string connection, Guid person)
    {
        lock (_rooms)
        {
            var room = _rooms.GetOrAdd(space, id => new Room(announcer.Listen(Subject.Space(id), batch => Pass(id, batch))));
            room.Connections[connection] = person;
        }
    }

    private void Remove(Guid space, string connection)
    {
        lock (_rooms)
        {
            if (!_rooms.TryGetValue(space, out var room))
                return;
            room.Connections.TryRemove(connection, out _);
            if (room.Connections.IsEmpty && _rooms.TryRemove(space, out _))
                room.Ear.Dispose();
        }
    }

    private sealed record Connection(Guid Person, IDisposable Ear)
    {
        public ConcurrentDictionary<Guid, byte> Spaces { get; } = new();
    }

    private sealed record Room(IDisposable Ear)
    {
        public ConcurrentDictionary<string, Guid> Connections { get; } = new();
    }
}
