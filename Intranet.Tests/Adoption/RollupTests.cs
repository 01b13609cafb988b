using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption;

public sealed class RollupTests
{
    private static readonly Verb[] Verbs =
    [
        Verb.Posted,
        Verb.Commented,
        Verb.Reacted,
        Verb.Opened,
        Verb.Asked,
        Verb.Messaged,
        Verb.Edited,
        Verb.Removed,
    ];

    [Theory, OnBoth]
    public async Task Whoever_follows_the_figures_is_told_when_an_act_was_counted_and_not_before(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ann = await office.Employee("Ann");
        var room = await office.Room("Room", Openness.Open, ann);
        var told = new TaskCompletionSource();
        using var ear = office.Announcer.Listen(
            Subject.Figures,
            _ =>
            {
                told.TrySetResult();
                return Task.CompletedTask;
            }
        );
        await office.Store.Write(
            ann.Eyes(),
            async work =>
            {
                await work.Standing(room.Id);
                work.Record(Verb.Posted, room.Id, ThingKind.Post, room.Id, room.Id);
            }
        );
        Assert.False(told.Task.IsCompleted);

        await office.Get<Rollup>().CatchUp();

        await told.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.NotEmpty(await office.Store.Read(Viewer.Nobody, db => db.PersonDays.ToListAsync()));
    }

    [Theory]
    [OnBoth(1)]
    [OnBoth(7)]
    public async Task Counted_as_it_happened_equals_rebuilt_from_zero(Engine engine, int seed)
    {
        await using var office = await Office.Open(engine);
        var random = new Random(seed);
        var people = new[]
        {
            await office.Employee("Ann"),
            await office.Employee("Ben"),
            await office.Employee("Cem"),
            await office.Guest("Gil"),
        };
        var room = await office.Room("Room", Openness.Open, people[0], people[1..]);
        var rollup = office.Get<Rollup>();
        for (var i = 0; i < 120; i++)
        {
            office.Clock.Advance(TimeSpan.FromHours(random.Next(12)));
            var actor = people[random.Next(people.Length)];
            var verb = Verbs[random.Next(Verbs.Length)];
            var owner = people[random.Next(people.Length)];
            await office.Store.Write(
                actor.Eyes(),
                async work =>
                {
                    await work.Standing(room.Id);
                    var thing = Guid.CreateVersion7();
                    work.Record(verb, room.Id, ThingKind.Post, thing, thing, owner.Id);
                }
            );
            if (random.Next(10) == 0)
                await rollup.CatchUp();
        }
        await rollup.CatchUp();
        var asItHappened = await Everything(office);
        Assert.NotEmpty(asItHappened);

        await rollup.Rebuild();

        Assert.Equal(asItHappened, await Everything(office));
    }

    [Theory, OnBoth]
    public async Task Guests_and_acts_on_oneself_make_no_figures(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ann = await office.Employee("Ann");
        var gil = await office.Guest("Gil");
        var room = await office.Room("Room", Openness.Secret, ann, gil);
        foreach (var (actor, owner) in new[] { (gil, ann), (ann, gil), (ann, ann) })
            await office.Store.Write(
                actor.Eyes(),
                async work =>
                {
                    await work.Standing(room.Id);
                    work.Record(Verb.Commented, room.Id, ThingKind.Comment, Guid.CreateVersion7(), Guid.CreateVersion7(), owner.Id);
                }
            );

        await office.Get<Rollup>().CatchUp();

        await office.Store.Read(
            Viewer.Nobody,
            async db =>
            {
                Assert.Equal(2, await db.PersonDays.Where(d => d.PersonId == ann.Id).SumAsync(d => d.Answered));
                Assert.Equal(0, await db.PersonDays.CountAsync(d => d.PersonId == gil.Id));
                Assert.Equal(0, await db.TieWeeks.CountAsync());
                return 0;
            }
        );
    }

    internal static Task<List<string>> Everything(Office office) =>
        office.Store.Read(
            Viewer.Nobody,
            async db =>
            {
                var lines = new List<string>();
                lines.AddRange(
                    (await db.PersonDays.ToListAsync()).Select(d =>
                        $"pd {d.Day} {d.PersonId} {d.TeamId} {d.Acts} {d.Opened} {d.Reacted} {d.Answered} {d.Authored} {d.ByMail}"
                    )
                );
                lines.AddRange(
                    (await db.PersonWeeks.ToListAsync()).Select(d =>
                        $"pw {d.Week} {d.PersonId} {d.TeamId} {d.Acts} {d.Opened} {d.Reacted} {d.Answered} {d.Authored}"
                    )
                );
                lines.AddRange((await db.TeamDays.ToListAsync()).Select(d => $"td {d.Day} {d.TeamId} {d.Verb} {d.Channel} {d.Acts}"));
                lines.AddRange((await db.SpaceDays.ToListAsync()).Select(d => $"sd {d.Day} {d.SpaceId} {d.Verb} {d.Acts}"));
                lines.AddRange(
                    (await db.SpacePersonDays.ToListAsync()).Select(d => $"sp {d.Day} {d.SpaceId} {d.PersonId} {d.Acts} {d.Contributions}")
                );
                lines.AddRange((await db.TieWeeks.ToListAsync()).Select(d => $"tw {d.Week} {d.FromId} {d.ToId} {d.Acts}"));
                lines.AddRange((await db.SourceDays.ToListAsync()).Select(d => $"so {d.Day} {d.Acts}"));
                lines.AddRange(
                    (await db.QuestionFates.ToListAsync()).Select(d => $"q {d.PostId} {d.AskerId} {d.FirstAnswerAt} {d.SettledAt}")
                );
                lines.Sort(StringComparer.Ordinal);
                return lines;
            }
        );
}
