using System.Threading.Channels;
using Intranet.App.Api;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.App.Spaces;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Api;

/// <summary>What happens in a space and is not for everybody who follows it.</summary>
public sealed class HubDiscretionTests
{
    [Fact]
    public async Task Reading_is_not_told_to_others()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var (owner, room) = await LiveHubTests.Room(office);
        await using var client = await HubClient.Connect(office, owner);
        await client.Hub.InvokeAsync("Follow", room.Id);

        await office.Store.Write(
            owner.Eyes(),
            async work =>
            {
                await work.Standing(room.Id);
                work.Record(Verb.Opened, room.Id, ThingKind.Post, Guid.NewGuid());
            }
        );
        await LiveHubTests.Publish(office, owner, room);

        Assert.Equal("Posted", (await client.Next()).Verb);
    }

    [Theory, OnBoth]
    public async Task Who_asks_for_a_place_or_is_offered_one_is_not_told_to_members(Engine engine)
    {
        await using var office = await Office.Serve(engine);
        var (owner, member, asker) = (await office.Employee("Olga"), await office.Employee("Mia"), await office.Employee("Aziz"));
        var room = await office.Room("Room", Openness.Closed, owner, member);
        var admissions = office.Get<Admissions>();
        await using var client = await HubClient.Connect(office, member);
        await client.Hub.InvokeAsync("Follow", room.Id);

        await admissions.Ask(asker.Eyes(), room.Id, "Please");
        var request = Assert.Single(await admissions.Waiting(owner.Eyes(), room.Id));
        await admissions.Decline(owner.Eyes(), room.Id, request.Id, "Not now");
        await office.Get<Invitations>().Invite(owner.Eyes(), room.Id, [asker.Id]);
        await LiveHubTests.Publish(office, owner, room);

        Assert.Equal("Posted", (await client.Next()).Verb);
    }
}
