using System.Threading.Channels;
using Intranet.App.Api;
using Intranet.App.Data;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Api;

/// <summary>One connection to the outward hub, keeping what it heard until the test asks for it.</summary>
internal sealed class HubClient(HubConnection hub, string token) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<HappenedMessage> _heard = System.Threading.Channels.Channel.CreateUnbounded<HappenedMessage>();
    private readonly TaskCompletionSource<Guid> _gone = new();
    private readonly TaskCompletionSource _closed = new();

    public HubConnection Hub => hub;
    public string Token => token;
    public Task<Guid> Gone => _gone.Task.WaitAsync(Patience);

    /// <summary>The server has closed the connection.</summary>
    public Task Closed => _closed.Task.WaitAsync(Patience);
    public bool Heard => _heard.Reader.Count > 0;

    public static Task<HubClient> Connect(Office office, Person person, bool packed = false, string? token = null) =>
        Connect(office, person.Eyes(), packed, token);

    public static async Task<HubClient> Connect(Office office, Viewer person, bool packed = false, string? token = null)
    {
        token ??= (await office.Get<AccessTokens>().Make(person, "test", 1)).Secret;
        var builder = new HubConnectionBuilder().WithUrl(
            $"{office.Address}/hubs/live",
            o => o.AccessTokenProvider = () => Task.FromResult<string?>(token)
        );
        if (packed)
            builder.AddMessagePackProtocol();
        var client = new HubClient(builder.Build(), token);
        client.Hub.On<HappenedMessage>(nameof(ILiveClient.Happened), m => client._heard.Writer.TryWrite(m));
        client.Hub.On<Guid>(nameof(ILiveClient.Dropped), id => client._gone.TrySetResult(id));
        client.Hub.Closed += _ => Task.FromResult(client._closed.TrySetResult());
        await client.Hub.StartAsync();
        return client;
    }

    public async Task<HappenedMessage> Next() => await _heard.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
