using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Intranet.Domain.Spaces;
using Intranet.Tests.Api;
using Intranet.Tests.Shared.Images;
using Intranet.Tests.World;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Intranet.Tests.Traces;

/// <summary>Who stands outside a room and knocks with something in hand is refused as at a room that does not exist.</summary>
public sealed class ShutDoorsTests
{
    [Fact]
    public Task Sending_a_file_into_it_is_refused_like_into_one_that_does_not_exist() => Refused(Send);

    [Fact]
    public async Task Following_it_over_the_hub_is_refused_like_following_one_that_does_not_exist()
    {
        await using var world = await HiddenRoom.Without(Engine.Sqlite);
        await world.Appear(Openness.Secret, SpacePurpose.ClientRoom);

        foreach (var who in Enum.GetValues<Onlooker>().Except([Onlooker.Deactivated, Onlooker.SignedOut]))
        {
            await using var client = await HubClient.Connect(world.Office, world.Eyes(who));
            var there = await Assert.ThrowsAsync<HubException>(() => client.Hub.InvokeAsync("Follow", world.Names.Room));
            var nowhere = await Assert.ThrowsAsync<HubException>(() => client.Hub.InvokeAsync("Follow", Guid.CreateVersion7()));
            Assert.Equal(nowhere.Message, there.Message);
        }
    }

    private static async Task Refused(Func<HttpClient, Guid, Task<(HttpStatusCode, string)>> knock)
    {
        await using var world = await HiddenRoom.Without(Engine.Sqlite);
        await world.Appear(Openness.Secret, SpacePurpose.ClientRoom);

        foreach (var who in Enum.GetValues<Onlooker>())
        {
            using var browser = world.Browser(who);
            Assert.Equal(await knock(browser, Guid.CreateVersion7()), await knock(browser, world.Names.Room));
        }
    }

    private static async Task<(HttpStatusCode, string)> Send(HttpClient browser, Guid space)
    {
        using var answer = await browser.PostAsJsonAsync(
            "/api/uploads",
            new
            {
                space,
                name = "a.txt",
                size = 1,
                key = "key",
                same = "KeepBoth",
            }
        );
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Replace($"{space}", "ID"));
    }
}
