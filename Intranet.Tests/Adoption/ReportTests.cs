using System.Text;
using System.Text.Json;
using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>The report byte for byte, since other programs read it.</summary>
public sealed class ReportTests
{
    private static readonly Period Week = Period.Week(new(2026, 3, 16));

    [Fact]
    public void Json_has_numbers_codes_reasons_and_gaps_in_their_agreed_places()
    {
        using var stream = new MemoryStream();
        ReportJson.Write(stream, Sales() with { Definitions = new Dictionary<string, string> { ["people"] = "Employees." } });
        var text = Encoding.UTF8.GetString(stream.ToArray()).Replace("\n", "").Replace("  ", "");
        Assert.Equal(
            """{"source": "here","timeZone": "Europe/Berlin","from": "2026-03-16","to": "2026-03-22","by": "team","grain": "week","definitions": {"people": "Employees."},"rows": ["""
                + """{"team": "Sales","period": "2026-W12","people": 49,"active": 31,"contributors": 28,"acts": 123,"noData": false,"hidden": null,"withheld": null},"""
                + """{"team": "Ölmühle","period": "2026-W12","people": 49,"active": ">46","contributors": "<3","acts": null,"noData": false,"hidden": null,"withheld": {"acts": "Would say too much about one person or a count beside it"}},"""
                + """{"team": "=cmd","period": "2026-W12","people": null,"active": null,"contributors": null,"acts": null,"noData": false,"hidden": "Fewer than 10 people","withheld": null},"""
                + """{"team": "A, \"B\"","period": "2026-W12","people": null,"active": null,"contributors": null,"acts": null,"noData": true,"hidden": null,"withheld": null}]}""",
            text
        );
        using var parsed = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(4, parsed.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void Csv_quotes_by_rfc_4180_and_defuses_formulas()
    {
        using var text = new StringWriter();
        ReportCsv.Write(text, Sales());
        Assert.Equal(
            "team,period,people,active,contributors,acts,noData,hidden,withheld\r\n"
                + "Sales,2026-W12,49,31,28,123,false,,\r\n"
                + "Ölmühle,2026-W12,49,>46,<3,,false,,acts: Would say too much about one person or a count beside it\r\n"
                + "'=cmd,2026-W12,,,,,false,Fewer than 10 people,\r\n"
                + "\"A, \"\"B\"\"\",2026-W12,,,,,true,,\r\n",
            text.ToString()
        );
    }

    [Theory]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\ta", "'\ta")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1,2", "\"'=1,2\"")]
    [InlineData("R&D", "R&D")]
    public void A_name_in_csv_is_never_a_formula(string name, string cell)
    {
        using var text = new StringWriter();
        var report = Sales();
        ReportCsv.Write(text, report with { Rows = [report.Rows[0] with { Name = name }] });
        Assert.StartsWith(cell + ",2026-W12", text.ToString()[68..]);
    }

    [Fact]
    public void Spaces_stand_in_a_column_of_their_own_and_every_figure_is_defined()
    {
        using var text = new StringWriter();
        ReportCsv.Write(text, Sales() with { By = By.Space });
        Assert.StartsWith("space,period", text.ToString());
        Assert.Equal(
            ["people", "active", "contributors", "acts", "coded", "hidden", "withheld", "noData", "windows", "percentages"],
            Definitions.Of(Threshold.Default).Keys
        );
        Assert.All(Definitions.Of(Threshold.Default).Values, d => Assert.EndsWith(".", d));
    }

    [Fact]
    public void A_report_leaves_out_the_whole_when_teams_are_asked_for_and_widens_the_range_to_weeks()
    {
        var table = Worlds.Table([-1, 0, 0], [default, new(40, 20, 20, 200, 20), new(40, 20, 20, 200, 20)], false, Week);
        var published = Suppression.Publish(table, Threshold.Default);
        var teams = Report.Of(published, "mail", "UTC", By.Team, new(2026, 3, 18), new(2026, 3, 19), Threshold.Default);
        Assert.Equal(["Team 1", "Team 2"], teams.Rows.Select(r => r.Name));
        Assert.Equal((new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 22)), (teams.From, teams.To));
        var all = Report.Of(published, "mail", "UTC", By.All, new(2026, 3, 18), new(2026, 3, 19), Threshold.Default);
        Assert.Equal([(null, 80, 400L)], all.Rows.Select(r => (r.Name, r.People!.Value, r.Acts!.Value)));
        Assert.Empty(Report.Of(published, "mail", "UTC", By.All, new(2026, 3, 23), new(2026, 3, 24), Threshold.Default).Rows);
    }

    private static Report Sales() =>
        new(
            "here",
            "Europe/Berlin",
            new(2026, 3, 16),
            new(2026, 3, 22),
            By.Team,
            Grain.Week,
            Definitions.Of(Threshold.Default),
            [
                new("Sales", Week.Key, 49, Count.Of(31), Count.Of(28), 123, false, null, null),
                new("Ölmühle", Week.Key, 49, new(47, 49), new(0, 2), null, false, null, new(null, Withheld.Telling)),
                new("=cmd", Week.Key, null, null, null, null, false, "Fewer than 10 people", null),
                new("A, \"B\"", Week.Key, null, null, null, null, true, null, null),
            ]
        );
}
