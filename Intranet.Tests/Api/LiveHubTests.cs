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

public sealed class LiveHubTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_follower_hears_ids_and_kinds_alike_in_json_and_messagepack(bool packed)
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var (owner, room) = await Room(office);
        await using var client = await HubClient.Connect(office, owner, packed);
        await client.Hub.InvokeAsync("Follow", room.Id);

        var post = await Publish(office, owner, room);

        var heard = await client.Next();
        Assert.Equal(
            ("Posted", room.Id, "Post", (Guid?)post, (Guid?)post),
            (heard.Verb, heard.SpaceId, heard.Thing, heard.ThingId, heard.PostId)
        );
        Assert.True(heard.Id > 0);
    }

    [Theory, OnBoth]
    public async Task A_space_that_may_not_be_seen_answers_like_one_that_does_not_exist(Engine engine)
    {
        await using var office = await Office.Serve(engine);
        var (owner, room) = await Room(office);
        var outsider = await office.Employee("Otto");
        await using var client = await HubClient.Connect(office, outsider);

        var hidden = await Assert.ThrowsAsync<HubException>(() => client.Hub.InvokeAsync("Follow", room.Id));
        var absent = await Assert.ThrowsAsync<HubException>(() => client.Hub.InvokeAsync("Follow", Guid.NewGuid()));
        Assert.Equal(absent.Message, hidden.Message);

        await Publish(office, owner, room);
        await using var insider = await HubClient.Connect(office, owner);
        await insider.Hub.InvokeAsync("Follow", room.Id);
        await Publish(office, owner, room);
        await insider.Next();
        Assert.False(client.Heard);
    }

    [Theory, OnBoth]
    public async Task Who_loses_sight_is_dropped_and_hears_nothing_more(Engine engine)
    {
        await using var office = await Office.Serve(engine);
        var member = await office.Employee("Mia");
        var (owner, room) = await Room(office, member);
        await using var lost = await HubClient.Connect(office, member);
        await using var kept = await HubClient.Connect(office, owner);
        await lost.Hub.InvokeAsync("Follow", room.Id);
        await kept.Hub.InvokeAsync("Follow", room.Id);

        await office.Store.Write(
            owner.Eyes(),
            async work =>
            {
                await work.Actor();
                work.Db.Memberships.Remove(await work.Db.Memberships.SingleAsync(m => m.PersonId == member.Id));
                work.Record(Verb.Expelled, room.Id, ThingKind.Person, member.Id);
            }
        );
        await Publish(office, owner, room);

        Assert.Equal(room.Id, await lost.Gone);
        Assert.Equal("Expelled", (await kept.Next()).Verb);
        Assert.Equal("Posted", (await kept.Next()).Verb);
        Assert.False(lost.Heard);
    }

    [Fact]
    public async Task A_deactivated_person_is_cut_off()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var member = await office.Employee("Mia");
        var (owner, _) = await Room(office, member);
        await using var client = await HubClient.Connect(office, member);

        await office.Store.Write(
            Viewer.Nobody,
            async work =>
            {
                (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == member.Id)).Deactivate(work.Now);
                work.Record(Verb.PersonDeactivated, thing: ThingKind.Person, thingId: member.Id);
            }
        );

        await client.Closed;
        await Assert.ThrowsAsync<HttpRequestException>(() => HubClient.Connect(office, member, token: client.Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("itk_unknown")]
    [InlineData("something else")]
    public async Task Without_a_valid_token_nobody_connects(string token)
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var owner = await office.Employee("Olga");
        await Assert.ThrowsAsync<HttpRequestException>(() => HubClient.Connect(office, owner, token: token));
    }

    [Theory, OnBoth]
    public async Task A_withdrawn_token_ends_its_open_connections_and_no_others(Engine engine)
    {
        await using var office = await Office.Serve(engine);
        var (owner, room) = await Room(office);
        var tokens = office.Get<AccessTokens>();
        await using var lost = await HubClient.Connect(office, owner);
        var withdrawn = Assert.Single(await tokens.Mine(owner.Eyes()));
        await using var kept = await HubClient.Connect(office, owner);
        await kept.Hub.InvokeAsync("Follow", room.Id);

        await tokens.Withdraw(owner.Eyes(), withdrawn.Id);

        await lost.Closed;
        await Publish(office, owner, room);
        Assert.Equal("Posted", (await kept.Next()).Verb);
        await Assert.ThrowsAsync<HttpRequestException>(() => HubClient.Connect(office, owner, token: lost.Token));
    }

    [Fact]
    public async Task A_connection_ends_when_its_token_does()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var owner = await office.Employee("Olga");
        var made = await office.Get<AccessTokens>().Make(owner.Eyes(), "short", 1);
        await office.Store.Write(
            owner.Eyes(),
            work => work.Db.AccessTokens.ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, work.Now.AddSeconds(3)))
        );

        await using var client = await HubClient.Connect(office, owner, token: made.Secret);

        await client.Closed;
    }

    internal static async Task<(Person Owner, Space Room)> Room(Office office, params Person[] members)
    {
        var owner = await office.Employee("Olga");
        return (owner, await office.Room("Turbine", Openness.Secret, owner, members));
    }

    internal static Task<Guid> Publish(Office office, Person author, Space room) =>
        office
            .Get<Posts>()
            .Publish(author.Eyes(), room.Id, PostKind.Update, null, "Words nobody outside may read", Guid.NewGuid().ToString("N"));
}
