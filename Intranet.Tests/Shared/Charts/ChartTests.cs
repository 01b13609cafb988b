using Bunit;
using Intranet.App.Shared.Charts;

namespace Intranet.Tests.Shared.Charts;

public sealed class ChartTests : BunitContext
{
    private static readonly string[] Weeks = ["2026-W28", "2026-W29", "2026-W30", "2026-W31"];
    private static readonly Reading[] Active = [Reading.Of(12), Reading.NoData, Reading.NoData, Reading.Of(66)];

    private IRenderedComponent<LineChart> Line(params ChartSeries[] series) =>
        Render<LineChart>(p =>
            p.Add(c => c.Title, "More people take part")
                .Add(c => c.Subtitle, "Active people")
                .Add(c => c.Periods, Weeks)
                .Add(c => c.Series, series)
        );

    [Fact]
    public void A_line_chart_says_the_same_in_its_table()
    {
        var chart = Line(new ChartSeries("Active", Active));
        Assert.Equal(["Week", "Active"], chart.FindAll("thead th").Select(c => c.TextContent));
        Assert.Equal(Weeks, chart.FindAll("tbody th").Select(c => c.TextContent));
        Assert.Equal(["12", "no data", "no data", "66"], chart.FindAll("tbody td").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public void Weeks_without_a_record_are_hatched_and_named()
    {
        var gap = Assert.Single(Line(new ChartSeries("Active", Active)).FindAll(".no-data"));
        Assert.Equal("no data", gap.TextContent.Trim());
        Assert.Contains("--from:16.67%;--span:66.67%", gap.GetAttribute("style"));
    }

    [Fact]
    public void A_full_chart_has_no_hatching() =>
        Assert.Empty(Line(new ChartSeries("Active", [.. Weeks.Select((_, i) => Reading.Of(i))])).FindAll(".no-data"));

    [Fact]
    public void Hidden_weeks_have_an_outline_and_never_a_number()
    {
        var hidden = Reading.Hidden("fewer than 10 people");
        var chart = Line(new ChartSeries("Active", [Reading.Of(12), hidden, hidden, Reading.Of(14)]));
        Assert.Equal("hidden", chart.Find(".no-data.withheld").TextContent.Trim());
        Assert.EndsWith("Gaps are hidden: fewer than 10 people.", chart.Find(".chart-note").TextContent);
        Assert.Equal(2, chart.FindAll("tbody .hidden-cell").Count);
    }

    [Fact]
    public void A_bound_is_a_range_with_its_meaning_below_and_ends_in_no_dot()
    {
        var chart = Line(
            new ChartSeries(
                "Active",
                [Reading.Of(9), Reading.Of(8), Reading.Hidden("so that no count is told"), Reading.Coded(">7", 8, 10)]
            ),
            new ChartSeries("Only reading", [Reading.Of(1), Reading.Of(1), Reading.Of(1), Reading.Of(1)])
        );
        Assert.Single(chart.FindAll("path.range.c1"));
        Assert.Empty(chart.FindAll("path.range.c2"));
        Assert.Empty(chart.FindAll(".point.c1"));
        Assert.Equal(["Active >7", "Only reading 1"], chart.FindAll(".ends span").Select(e => e.TextContent));
        Assert.Equal(
            "An upright stroke is a range: of that week only \"fewer than three\" or \"all but fewer than three\" is told. Gaps are hidden: so that no count is told.",
            chart.Find(".chart-note").TextContent
        );
    }

    [Fact]
    public void A_chart_of_plain_values_needs_no_note() =>
        Assert.Empty(Line(new ChartSeries("Active", [.. Weeks.Select((_, i) => Reading.Of(i))])).FindAll(".chart-note"));

    [Fact]
    public void A_line_is_named_at_its_end_with_its_last_value() =>
        Assert.Equal("Active 66", Line(new ChartSeries("Active", Active)).Find(".ends span").TextContent);

    [Fact]
    public void Six_series_are_refused() =>
        Assert.Throws<ArgumentException>(() => Line([.. Enumerable.Range(0, 6).Select(i => new ChartSeries($"S{i}", Active))]));

    [Fact]
    public void A_series_that_misses_a_week_is_refused() =>
        Assert.Throws<ArgumentException>(() => Line(new ChartSeries("Active", Active[..3])));

    [Fact]
    public void Bars_are_as_long_as_their_values_and_say_their_whole()
    {
        var chart = Render<BarChart>(p =>
            p.Add(c => c.Title, "T")
                .Add(c => c.Subtitle, "S")
                .Add(c => c.Unit, "people")
                .Add(c => c.Rows, [new BarRow("Sales", Reading.Of(31), 49), new BarRow("Legal", Reading.Hidden("fewer than 10 people"), 6)])
        );
        Assert.Equal(["100%", "63.27%"], chart.FindAll("rect").Select(r => r.GetAttribute("width")));
        Assert.Equal("31 of 49 people", chart.Find(".value").TextContent.Trim());
        Assert.DoesNotContain(chart.FindAll(".bars li")[1].Children, c => c.TagName == "svg");
        Assert.Equal(["31", "49", "hidden: fewer than 10 people", "6"], chart.FindAll("tbody td").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public void A_mix_of_nothing_says_so()
    {
        var chart = Render<MixChart>(p => p.Add(c => c.Title, "T").Add(c => c.Subtitle, "S").Add(c => c.Parts, [new MixPart("Web", 0)]));
        Assert.Contains("Nothing was counted", chart.Markup);
        Assert.Empty(chart.FindAll("rect"));
    }

    [Fact]
    public void A_large_table_waits_until_it_is_opened()
    {
        var weeks = Enumerable.Range(0, 150).Select(i => $"W{i}").ToList();
        var chart = Render<LineChart>(p =>
            p.Add(c => c.Title, "T")
                .Add(c => c.Subtitle, "S")
                .Add(c => c.Periods, weeks)
                .Add(c => c.Series, [new ChartSeries("A", [.. weeks.Select((_, i) => Reading.Of(i))])])
        );
        Assert.Empty(chart.FindAll("table"));
        chart.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.Equal(150, chart.FindAll("tbody tr").Count);
    }

    [Fact]
    public void A_hidden_team_among_small_charts_has_words_in_place_of_a_line()
    {
        var chart = Render<Multiples>(p =>
            p.Add(c => c.Title, "T")
                .Add(c => c.Subtitle, "S")
                .Add(c => c.Periods, Weeks)
                .Add(c => c.Panels, [new ChartPanel("Sales", Active), new ChartPanel("Board", Active, Hidden: "fewer than 10 people")])
        );
        Assert.Equal("hidden: fewer than 10 people", chart.Find(".blank").TextContent);
        Assert.Single(chart.FindAll(".plot"));
        Assert.Equal(4, chart.FindAll("tbody .hidden-cell").Count);
    }
}
