using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Admin.Demo;

/// <summary>Fills an empty intranet with the demo company, all of it or nothing.</summary>
public sealed class DemoLoader(Store store, Markdown markdown, Accounts accounts, Incoming incoming, IEnumerable<LedgerReader> readers)
{
    public const int Seed = 7;
    private const string Zone = "Europe/Berlin";

    /// <summary>Six months that end now. Refused when there is anybody here already.</summary>
    public async Task<DemoCounts> Load(int seed, IProgress<double> progress, CancellationToken stop)
    {
        await store.Read(Viewer.Nobody, MustBeEmpty);
        var script = DemoCompany.Write(seed, store.Clock.GetUtcNow());
        progress.Report(0.1);
        var ids = new DemoIds(seed);
        var people = new DemoPeople(script, ids);
        var content = new DemoContent(script, people, ids, markdown, progress, stop);
        var documents = new DemoDocuments(script, people, ids);
        var acts = new DemoLedger(script, people, content, documents, ids).Write();
        progress.Report(0.6);
        await store.Write(
            Viewer.Nobody,
            async work =>
            {
                await work.Db.OneAtATime();
                await MustBeEmpty(work.Db);
                Settle(work.Db, script, ids);
                work.Db.Teams.AddRange(people.Teams.Values);
                work.Db.People.AddRange(people.People.Values);
                work.Db.Spaces.AddRange(people.Spaces.Values);
                work.Db.Memberships.AddRange(people.Seats.Values);
                work.Db.AccessRequests.AddRange(people.Requests);
                foreach (var role in DemoCast.Of(ids))
                    accounts.Create(work, people.People.Values.Single(p => p.Id == role.PersonId), password: null);
                await work.Db.SaveChangesAsync(stop);
                progress.Report(0.7);
                await Tell(work.Db, script, people, content, ids);
                await work.Db.InsertAll(documents.Nodes);
                await work.Db.InsertAll(documents.Versions);
                await work.Db.InsertAll(documents.Checkouts);
                await work.Db.InsertAll(documents.Cares);
                await work.Db.InsertAll(documents.Stars);
                progress.Report(0.85);
                await work.Db.LockLedger();
                await work.Db.InsertAll(acts);
                // Files last: one without a row is only lost space, and the same demo finds it again.
                foreach (var bytes in documents.Contents.Values)
                    await incoming.PutAsync(bytes, stop);
            },
            stop
        );
        foreach (var reader in readers)
            await reader.CatchUp(stop);
        progress.Report(1);
        var here = people.People.Values.Where(p => p.DeactivatedAt is null).CountBy(p => p.Kind).ToDictionary();
        return new DemoCounts(
            here[PersonKind.Employee],
            here[PersonKind.Guest],
            people.Spaces.Count,
            content.Posts.Count,
            content.Comments.Count,
            script.Documents.Count,
            acts.Count
        );
    }

    private static void Settle(IntranetDb db, DemoScript script, DemoIds ids) =>
        db.Settings.AddRange(
            new Setting(Setting.Organisation, script.Organisation),
            new Setting(Setting.TimeZone, Zone),
            new Setting(Setting.CommonSpace, ids.Space("everyone").ToString()),
            new Setting(Setting.Demo, new DemoNote(script.Seed, DemoCast.Of(ids)).Write())
        );

    private static async Task Tell(IntranetDb db, DemoScript script, DemoPeople people, DemoContent content, DemoIds ids)
    {
        await db.InsertAll(content.Posts);
        await db.InsertAll(content.Comments);
        await db.InsertAll(content.Topics);
        await db.InsertAll(content.Options);
        await db.InsertAll(content.Praises);
        await db.InsertAll(content.Mentions);
        await db.InsertAll(Follows());
        await db.InsertAll(
            script.Votes.Select(v => new PollVote(
                ids.Post(v.Post),
                people.People[v.Person].Id,
                ids.Option(v.Post, v.Option),
                Space(v.Post),
                v.At
            ))
        );
        await db.InsertAll(
            script.Reactions.Select(
                (r, place) =>
                    new Reaction(
                        ids.Reaction(place),
                        r.Comment is { } comment ? ids.Comment(comment) : ids.Post(r.Post),
                        ids.Post(r.Post),
                        Space(r.Post),
                        people.People[r.Person].Id,
                        r.Feeling,
                        r.At
                    )
            )
        );
        await db.InsertAll(script.Opens.Select(o => new Seen(ids.Post(o.Post), people.People[o.Person].Id, Space(o.Post), o.At)));

        Guid Space(int post) => ids.Space(script.Posts[post - 1].Space);

        // Who answers follows how it goes on.
        IEnumerable<Follow> Follows() =>
            script
                .Comments.Where(c => c.Author != script.Posts[c.Post - 1].Author)
                .Select(c => (c.Post, c.Author))
                .Distinct()
                .Select(x => new Follow(ids.Post(x.Post), people.People[x.Author].Id, Space(x.Post), muted: false));
    }

    private static async Task<bool> MustBeEmpty(IntranetDb db)
    {
        if (await db.Settings.AnyAsync(s => s.Name == Setting.Demo))
            throw new Refusal("The demo company is here already. \"demo --remove\" takes it away.");
        // Asked of all people and spaces: what matters is that there are none, not who could see them.
        if (
            await db.Settings.AnyAsync(s => s.Name == Setting.Organisation)
            || await db.People.IgnoreQueryFilters([Sight.Name]).AnyAsync()
            || await db.Spaces.IgnoreQueryFilters([Sight.Name]).AnyAsync()
        )
            throw new Refusal("This intranet is in use, so the demo company is not put into it. Choose an empty data folder with --data.");
        return true;
    }
}

/// <summary>How much the demo brought. People are those the directory shows: employees who are still there.</summary>
public sealed record DemoCounts(int People, int Guests, int Spaces, int Posts, int Comments, int Documents, int Acts);
