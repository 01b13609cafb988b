using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.Feeds.Imports;
using Intranet.Domain.Adoption;
using Intranet.Tests.House;
using Intranet.Tests.Shared.Text;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Feeds.Imports;

/// <summary>Two real communities, against what their files hold.</summary>
public sealed class RealCommunityTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "data", "replay");

    [Theory]
    [InlineData("stackexchange-quantumcomputing", 18_920, 4_473, 3_461, 612, 9_949, 65, "quantum-algorithms 2018-04 54 42")]
    [InlineData("slack-racket", 22_498, 19_807, 326, 2_364, 0, 1, "racket/general 2017-06 30 23")]
    public async Task A_real_community_comes_over_whole_and_harmless(
        string name,
        int lines,
        int comments,
        int people,
        int posts,
        int reactions,
        int spaces,
        string told
    )
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The replayed communities are not beside the repository; they were not imported.");
        await using var office = await Office.Open(Engine.Sqlite);

        var summary = await office
            .Get<ReplayImport>()
            .Run(Path.Combine(Folder, $"{name}.jsonl.gz"), name, true, false, new Progress<double>(), default);

        Assert.Equal(lines, summary.Read);
        Assert.Equal([comments, 0, people, posts, reactions, spaces], summary.Done.Values);
        // Votes against something have no counterpart here; one message is empty.
        Assert.All(summary.Findings.Counts.Keys, kind => Assert.True(kind is "no such reaction" or "unusable text"));
        Assert.Equal(lines, summary.Done.Values.Sum() - spaces - (people == 3_461 ? 1 : 0) + summary.Findings.Total);
        var report = await office.Get<Figures>().Report("here", By.Space, Grain.Month, null, null);
        Assert.Contains(told, report.Rows.Select(row => $"{row.Name} {row.Period} {row.People} {row.Active}"));
        var html = await office.Store.Read(
            Viewer.Nobody,
            async db =>
                (await db.Posts.IgnoreQueryFilters([Sight.Name]).Select(p => p.Body.Html).ToListAsync()).Concat(
                    await db.Comments.IgnoreQueryFilters([Sight.Name]).OrderBy(c => c.Id).Select(c => c.Body.Html).Take(1_000).ToListAsync()
                )
        );
        Assert.All(html, text => Assert.Empty(ShownDom.Dangers(text)));
        Assert.All(
            await office.Store.Read(Viewer.Nobody, db => db.People.IgnoreQueryFilters([Sight.Name]).ToListAsync()),
            person => Assert.True(person.Placeholder && person.Email.EndsWith("@placeholder.invalid", StringComparison.Ordinal))
        );
    }
}
