using System.Text.Json;
using Intranet.App.Feeds;
using Intranet.App.People;
using Intranet.App.Spaces;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Spaces;

/// <summary>Whoever stands outside gets the same answers, to the byte, in a world with the space and in one without.</summary>
public sealed class TwoWorldsTests
{
    [Theory]
    [OnBoth(Openness.Secret)]
    [OnBoth(Openness.Unlisted)]
    public async Task An_outsider_finds_no_trace_of_a_hidden_space(Engine engine, Openness openness)
    {
        var without = await World(engine, null);
        var with = await World(engine, openness);

        Assert.Equal(without, with);
        Assert.DoesNotContain("Turbine", with);
    }

    [Theory, OnBoth(Openness.Closed)]
    public async Task The_comparison_would_notice_a_space_that_is_listed(Engine engine, Openness openness) =>
        Assert.NotEqual(await World(engine, null), await World(engine, openness));

    private static async Task<string> World(Engine engine, Openness? hidden)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var member = await office.Employee("Mia Member");
        var former = await office.Employee("Lea Leaver");
        var outsider = await office.Employee("Otto Outsider");
        var admin = await office.Employee("Ad Min", Duties.Admin | Duties.Analyst);
        var guest = await office.Guest("Gina Guest");
        await office.Room("Town hall", Openness.Open, owner, member);
        await office.Room("Client", Openness.Secret, SpacePurpose.ClientRoom, owner, guest);
        if (hidden is { } openness)
            await Fill(office, await office.Room("Turbine", openness, owner, member, former), owner, member, former);
        var seen = new List<object?>();
        foreach (var viewer in new[] { outsider, former, admin, guest })
            seen.Add(await Everything(office, viewer, [owner, member, former]));
        return JsonSerializer.Serialize(seen);
    }

    private static async Task Fill(Office office, Space room, Person owner, Person member, Person former)
    {
        await office.Get<Posts>().Publish(member.Eyes(), room.Id, PostKind.Update, "Turbine plan", "The turbine stands.", "k");
        await office.Get<Admissions>().Leave(former.Eyes(), room.Id);
        await office.Get<Premises>().Describe(owner.Eyes(), room.Id, "Turbine two", "Turbine secrets");
    }

    /// <summary>What the screens of spaces and people ask for, through one person's eyes. Names stand for ids, which differ between the worlds.</summary>
    private static async Task<object> Everything(Office office, Person viewer, Person[] subjects)
    {
        var eyes = viewer.Eyes();
        var directory = office.Get<SpaceDirectory>();
        var lines = await directory.Page(eyes, new SpaceFilter());
        var found = await directory.Page(eyes, new SpaceFilter("turbine"));
        var counts = await directory.Count(eyes);
        var profiles = new List<string>();
        foreach (var subject in subjects)
            if (await office.Get<Colleagues>().Profile(eyes, subject.Id) is { } profile)
                profiles.Add($"{profile.Person.Name}: {string.Join(", ", profile.Spaces.Select(s => s.Name))}");
        var invited = await office.Get<Invitations>().Mine(eyes);
        var vacant = await office.Get<Vacancies>().All(eyes);
        var tables = await office.Store.Read(
            eyes,
            async db =>
                new[]
                {
                    await db.Spaces.CountAsync(),
                    await db.Doorways.CountAsync(),
                    await db.Memberships.CountAsync(),
                    await db.AccessRequests.CountAsync(),
                    await db.Invitations.CountAsync(),
                    await db.Posts.CountAsync(),
                    await db.People.CountAsync(),
                }
        );
        return new
        {
            Lines = lines.Select(l => new
            {
                l.Name,
                l.Description,
                l.Members,
                l.LastPostAt,
                l.Standing,
            }),
            Found = found.Select(l => l.Name),
            counts.Seen,
            counts.Mine,
            profiles,
            Invited = invited.Count,
            Vacant = vacant.Count,
            tables,
        };
    }
}
