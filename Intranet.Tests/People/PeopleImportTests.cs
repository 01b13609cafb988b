using System.Text;
using Intranet.App.Data;
using Intranet.App.People.Imports;
using Intranet.App.Shared.Imports;
using Intranet.Domain.People;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.People;

public sealed class PeopleImportTests
{
    private const string Header = "email,name,team,manager,title,location,kind";

    [Theory, OnBoth]
    public async Task People_teams_and_managers_are_taken_over_and_the_same_file_again_changes_nothing(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var file = Write(
            Header,
            "ann@example.org,Ann,Sales,ben@example.org,Seller,Lyon,employee",
            "BEN@example.org,Ben,Sales,,Head,Lyon,",
            "gil@client.org,Gil,,,,,guest"
        );

        var first = await Import(office, file);
        var second = await Import(office, file);

        Assert.Equal(3, first.Done["people added"]);
        Assert.Equal(1, first.Done["teams added"]);
        Assert.Equal(3, second.Done["people unchanged"]);
        Assert.Equal(0, second.Findings.Total);
        var people = await People(office);
        Assert.Equal(people["ben@example.org"].Id, people["ann@example.org"].ManagerId);
        Assert.Equal(PersonKind.Guest, people["gil@client.org"].Kind);
        Assert.Null(people["ann@example.org"].Since);
    }

    [Theory, OnBoth]
    public async Task A_changed_line_changes_the_person_and_keeps_who_they_are(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await Import(office, Write(Header, "ann@example.org,Ann,Sales,,,,"));
        var before = (await People(office))["ann@example.org"];

        var summary = await Import(office, Write(Header, "ann@example.org,Ann Berg,Service,,,,"));

        var after = (await People(office))["ann@example.org"];
        Assert.Equal(1, summary.Done["people changed"]);
        Assert.Equal((before.Id, "Ann Berg"), (after.Id, after.Name));
        Assert.NotEqual(before.TeamId, after.TeamId);
    }

    [Theory, OnBoth]
    public async Task Circles_missing_managers_and_duplicates_are_named_by_line_and_the_rest_is_taken(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var file = Write(
            Header,
            "a@example.org,A,,b@example.org,,,",
            "b@example.org,B,,c@example.org,,,",
            "c@example.org,C,,a@example.org,,,",
            "d@example.org,D,,d@example.org,,,",
            "e@example.org,E,,nobody@example.org,,,",
            "a@example.org,A again,,,,,",
            "not an address,F,,,,,",
            "g@example.org,,,,,,",
            "h@example.org,H,,,,,robot"
        );

        var summary = await Import(office, file);

        Assert.Equal(
            [
                (4L, "manager cycle"),
                (5, "manager cycle"),
                (6, "missing manager"),
                (7, "duplicate"),
                (8, "unusable line"),
                (9, "unusable line"),
                (10, "unusable line"),
            ],
            summary.Findings.Shown.Select(f => (f.Line, f.Kind))
        );
        Assert.Equal(9, summary.Read);
        var people = await People(office);
        Assert.Equal(5, people.Count);
        Assert.Equal(people["b@example.org"].Id, people["a@example.org"].ManagerId);
        Assert.Null(people["c@example.org"].ManagerId);
    }

    [Theory, OnBoth]
    public async Task A_dry_run_changes_nothing(Engine engine)
    {
        await using var office = await Office.Open(engine);

        var summary = await Import(office, Write(Header, "ann@example.org,Ann,Sales,,,,"), dryRun: true);

        Assert.Equal(1, summary.Done["people added"]);
        Assert.Empty(await People(office));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("iso-8859-1", false)]
    public async Task Letters_are_read_as_they_were_written_or_not_at_all(string encoding, bool read)
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var file = Write();
        await File.WriteAllTextAsync(
            file,
            $"{Header}\nann@example.org,Ann,,,,,\nzoe@example.org,Zoë Łšmit,,,,,",
            Encoding.GetEncoding(encoding)
        );

        var failure = await Record.ExceptionAsync(() => Import(office, file));

        Assert.Equal(read ? null : "Line 3 is not in UTF-8. Save the file as UTF-8 and import it again.", failure?.Message);
        Assert.Equal(read ? ["Ann", "Zoë Łšmit"] : [], (await People(office)).Values.Select(p => p.Name).Order());
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_makes_nobody_and_control_characters_are_left_out_of_names()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var file = Write(
            Header,
            "fred@example.org,F\u001b[31mred,,,\u001bFitter,,",
            "size@example.org,5\" pipe,,,,,",
            "quote@example.org,\"Unclosed quote,Ops,,,,",
            "last@example.org,Last,,,,,"
        );

        var summary = await Import(office, file);

        Assert.Equal([(4L, "unclosed quote")], summary.Findings.Shown.Select(f => (f.Line, f.Kind)));
        var people = await People(office);
        Assert.Equal(["fred@example.org", "size@example.org"], people.Keys.Order());
        Assert.Equal(("F[31mred", "Fitter"), (people["fred@example.org"].Name, people["fred@example.org"].Title));
    }

    private static Task<Summary> Import(Office office, string file, bool dryRun = false) =>
        office.Get<PeopleImport>().Run(file, dryRun, new Progress<double>(), default);

    private static string Write(params string[] lines)
    {
        var path = Path.Combine(TestFolder.Create("import"), "people.csv");
        File.WriteAllText(path, string.Join('\n', lines));
        return path;
    }

    private static Task<Dictionary<string, Person>> People(Office office) =>
        office.Store.Read(Viewer.Nobody, db => db.People.IgnoreQueryFilters([Sight.Name]).ToDictionaryAsync(p => p.Email));
}
