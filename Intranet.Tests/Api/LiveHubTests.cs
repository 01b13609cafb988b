using System.Threading.Channels;
using Intranet.App.Api;
using Intranet.App.Data;
using Intranet.App.Feeds;
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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

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

        Assert.Equal(room.Id, await lost.Gone.WaitAsync(Patience));
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
        var closed = new TaskCompletionSource();
        client.Hub.Closed += _ => Task.FromResult(closed.TrySetResult());

        await office.Store.Write(
            Viewer.Nobody,
            async work =>
            {
                (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == member.Id)).Deactivate(work.Now);
                work.Record(Verb.PersonDeactivated, thing: ThingKind.Person, thingId: member.Id);
            }
        );

        await closed.Task.WaitAsync(Patience);
        await Assert.ThrowsAsync<HttpRequestException>(() => HubClient.Connect(office, member, token: client.Token));
    }

    [Fact]
    public async Task Reading_is_not_told_to_others()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var (owner, room) = await Room(office);
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
        await Publish(office, owner, room);

        Assert.Equal("Posted", (await client.Next()).Verb);
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

    [Fact]
    public async Task A_withdrawn_token_ends_the_connection_it_opened_and_no_other()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var (owner, room) = await Room(office);
        var tokens = office.Get<AccessTokens>();
        var withdrawn = await tokens.Make(owner.Eyes(), "old board", 30);
        await using var other = await HubClient.Connect(office, owner);
        await using var client = await HubClient.Connect(office, owner, token: withdrawn);
        var closed = new TaskCompletionSource();
        client.Hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };

        await tokens.Withdraw(owner.Eyes(), (await tokens.Mine(owner.Eyes())).Single(t => t.Name == "old board").Id);

        await closed.Task.WaitAsync(Patience);
        await other.Hub.InvokeAsync("Follow", room.Id);
    }

    [Fact]
    public async Task A_withdrawn_token_opens_nothing()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var owner = await office.Employee("Olga");
        var tokens = office.Get<AccessTokens>();
        var token = await tokens.Make(owner.Eyes(), "wall board", 30);
        Assert.NotNull(await tokens.Owner(token));

        var stranger = await office.Employee("Otto");
        await tokens.Withdraw(stranger.Eyes(), (await tokens.Mine(owner.Eyes())).Single().Id);
        Assert.NotNull(await tokens.Owner(token));

        await tokens.Withdraw(owner.Eyes(), (await tokens.Mine(owner.Eyes())).Single().Id);
        Assert.Null(await tokens.Owner(token));
    }

    private static async Task<(Person Owner, Space Room)> Room(Office office, params Person[] members)
    {
        var owner = await office.Employee("Olga");
        return (owner, await office.Room("Turbine", Openness.Secret, owner, members));
    }

    private static Task<Guid> Publish(Office office, Person author, Space room) =>
        office
            .Get<Posts>()
            .Publish(author.Eyes(), room.Id, PostKind.Update, null, "Words nobody outside may read", Guid.NewGuid().ToString("N"));
}
