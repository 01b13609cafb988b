using Intranet.App.Adoption;
using Intranet.App.Adoption.Imports;
using Intranet.App.Data;
using Intranet.App.People.Imports;
using Intranet.Domain.Adoption;
using Intranet.Tests.House;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption;

/// <summary>803 days of a research institute's mail, against values computed independently of this product.</summary>
public sealed class EmailEuCoreTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "data", "email-eu-core");

    [Fact]
    public async Task Mail_of_a_research_institute_gives_the_figures_others_computed()
    {
        Assert.SkipUnless(
            Directory.Exists(Folder),
            "The data set email-eu-core is not beside the repository; its figures were not compared."
        );
        await using var office = await Office.Open(Engine.Sqlite);
        await office.Get<PeopleImport>().Run(Path.Combine(Folder, "people.csv"), false, new Progress<double>(), default);
        var acts = await office
            .Get<ActivityImport>()
            .Run(Path.Combine(Folder, "activity.csv.gz"), "mail", false, new Progress<double>(), default);
        Assert.Equal(332_334, acts.Done["acts added"]);

        var all = await office.Get<Figures>().Report("mail", By.All, Grain.Week, null, null);
        Assert.Equal(
            ["421", "392", "402", "414", "417", "411", "450", "423", "425", "334", "25"],
            all.Rows.Take(11).Select(r => r.Active.ToString()!)
        );
        Assert.Equal(986, all.Rows[0].People);
        Assert.All(all.Rows.Skip(76).Take(37), row => Assert.True(row.NoData && row.Active is null));
        Assert.False(all.Rows[75].NoData || all.Rows[113].NoData);

        var teams = await office.Get<Figures>().Report("mail", By.Team, Grain.Whole, null, null);
        var department = teams.Rows.Single(r => r.Name == "Department 0");
        Assert.Equal((49, "37"), (department.People!.Value, department.Active.ToString()));
        Assert.Equal(42, teams.Rows.Count);

        var ties = await office.Store.Read(Viewer.Nobody, db => db.TieWeeks.Select(t => new { t.FromId, t.ToId }).Distinct().ToListAsync());
        var arcs = ties.Select(t => (t.FromId, t.ToId)).ToHashSet();
        Assert.Equal(24_929, arcs.Count);
        Assert.Equal(8_865, arcs.Count(a => arcs.Contains((a.ToId, a.FromId))) / 2);
    }
}
