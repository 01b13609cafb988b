using System.Collections.Concurrent;
using Intranet.App;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.App.Live;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Data;

/// <summary>Many write at once: acts that waited for each other share a commit and nothing else.</summary>
public sealed class TurnsTests
{
    [Theory, OnBoth]
    public async Task An_act_that_fails_takes_down_no_other_that_waited_with_it(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (anna, room) = await Scene(office);
        var heard = new ConcurrentQueue<Happening>();
        using var ear = office.Announcer.Listen(
            Subject.Space(room.Id),
            batch =>
            {
                foreach (var happening in batch)
                    heard.Enqueue(happening);
                return Task.CompletedTask;
            }
        );

        var acts = await AllAtOnce(office, anna, 40, i => Say(office, anna, room, $"Post {i}", fails: i % 3 == 1));

        Assert.All(acts.Where((_, i) => i % 3 == 1), act => Assert.IsType<Refusal>(act.Wrong));
        Guid[] accepted = [.. acts.Where((_, i) => i % 3 != 1).Select(act => act.Done)];
        Assert.Equal(accepted.Order(), (await Posts(office, anna)).Order());
        Assert.Equal(accepted.Order(), (await Ledger(office)).Order());
        await Wait(() => heard.Count >= accepted.Length);
        Assert.Equal(accepted.Order(), heard.Select(h => h.ThingId!.Value).Order());
    }

    [Theory, OnBoth]
    public async Task Whoever_is_answered_finds_the_own_post_at_once(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (anna, room) = await Scene(office);

        var found = await AllAtOnce(
            office,
            anna,
            30,
            async i =>
            {
                var id = await Say(office, anna, room, $"Post {i}");
                return await office.Store.Read(anna.Eyes(), db => db.Posts.AnyAsync(p => p.Id == id));
            }
        );

        Assert.All(found, act => Assert.True(act.Done));
    }

    [Theory, OnBoth]
    public async Task One_key_sent_many_times_at_once_makes_one_post(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (anna, room) = await Scene(office);
        var posts = office.Get<Posts>();

        var sent = await AllAtOnce(office, anna, 20, _ => posts.Publish(anna.Eyes(), room.Id, PostKind.Update, null, "Once.", "key"));

        Assert.Single(sent.Select(act => act.Done).Distinct());
        Assert.Single(await Posts(office, anna));
    }

    [Theory, OnBoth]
    public async Task Acts_that_share_a_commit_see_each_with_their_own_eyes_and_remember_nothing_of_the_other(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (anna, hall) = await Scene(office);
        var bob = await office.Employee("Bob");
        var den = await office.Room("Den", Openness.Secret, bob);
        await Say(office, anna, hall, "In the hall");
        await Say(office, bob, den, "In the den");

        var acts = await AllAtOnce(office, anna, 20, i => Look(i % 2 == 0 ? anna : bob));

        Assert.All(acts, (act, i) => Assert.Equal((i % 2 == 0 ? hall.Id : den.Id, 0), (act.Done.Space, act.Done.Remembered)));

        Task<(Guid Space, int Remembered)> Look(Person who) =>
            office.Store.Write(
                who.Eyes(),
                async work =>
                {
                    var remembered = work.Db.ChangeTracker.Entries().Count();
                    return ((await work.Db.Posts.SingleAsync()).SpaceId, remembered);
                }
            );
    }

    /// <summary>What a killed process leaves behind is what the files hold at that moment.</summary>
    [Fact]
    public async Task A_post_that_was_accepted_is_there_after_the_process_was_killed()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var (anna, room) = await Scene(office);
        var (file, left) = (office.Installation.SqliteFile, new Installation(TestFolder.Create("killed")).Prepare());

        var acts = await AllAtOnce(office, anna, 25, i => Say(office, anna, room, $"Post {i}"));
        File.Copy(file, left.SqliteFile);
        File.Copy($"{file}-wal", $"{left.SqliteFile}-wal");

        using var databases = new Databases(left, office.Clock);
        await using var db = databases.Open(anna.Eyes());
        Assert.Null(await databases.Damage(db, default));
        Assert.Equal(acts.Select(act => act.Done).Order(), (await db.Posts.Select(p => p.Id).ToListAsync()).Order());
    }

    /// <summary>Lets all of them wait behind one act, and then go.</summary>
    private static async Task<IReadOnlyList<Outcome<T>>> AllAtOnce<T>(Office office, Person anna, int count, Func<int, Task<T>> act)
    {
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = office.Store.Write(
            anna.Eyes(),
            async _ =>
            {
                inside.SetResult();
                await go.Task;
            }
        );
        await inside.Task;
        var acts = Enumerable.Range(0, count).Select(i => Task.Run(() => Outcome(i))).ToList();
        go.SetResult();
        await first;
        return await Task.WhenAll(acts);

        async Task<Outcome<T>> Outcome(int i)
        {
            try
            {
                return new(await act(i), null);
            }
            catch (Exception e)
            {
                return new(default, e);
            }
        }
    }

    private static Task<Guid> Say(Office office, Person author, Space room, string text, bool fails = false) =>
        office.Store.Write(
            author.Eyes(),
            async work =>
            {
                var member = await work.Standing(room.Id);
                var post = member.Publish(
                    Guid.CreateVersion7(work.Now),
                    PostKind.Update,
                    null,
                    new Body(text, text, text, 1),
                    $"{Guid.NewGuid():N}",
                    work.Now
                );
                work.Db.Posts.Add(post);
                work.Record(Verb.Posted, room.Id, ThingKind.Post, post.Id, post.Id, author.Id);
                if (!fails)
                    return post.Id;
                await work.Db.SaveChangesAsync();
                throw new Refusal("Not this one.");
            }
        );

    private static async Task<(Person Anna, Space Room)> Scene(Office office)
    {
        var anna = await office.Employee("Anna");
        return (anna, await office.Room("Hall", Openness.Closed, anna));
    }

    private static Task<List<Guid>> Posts(Office office, Person viewer) =>
        office.Store.Read(viewer.Eyes(), db => db.Posts.Select(p => p.Id).ToListAsync());

    private static Task<List<Guid>> Ledger(Office office) =>
        office.Store.Read(Viewer.Nobody, db => db.Activities.Where(a => a.Verb == Verb.Posted).Select(a => a.ThingId!.Value).ToListAsync());

    private static async Task Wait(Func<bool> until)
    {
        for (var i = 0; i < 500 && !until(); i++)
            await Task.Delay(20);
    }

    private readonly record struct Outcome<T>(T? Done, Exception? Wrong);
}
