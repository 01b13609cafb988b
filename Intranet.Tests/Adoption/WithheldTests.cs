using System.Text.Json;
using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>A row that is not hidden says of every figure missing in it why it is missing.</summary>
public sealed class WithheldTests
{
    private const string SumOfRows = "Given only where it is the sum of shorter rows that are given";

    [Fact]
    public void A_week_says_that_its_acts_would_say_too_much()
    {
        // One of them made nearly all the acts.
        var rows = Rows(new(40, 20, 12, 200, 150), Grain.Week);
        Assert.Equal(
            ("Would say too much about one person or a count beside it", null),
            (Why(rows[0], "acts"), Why(rows[0], "contributors"))
        );
        // The same for the team withheld to cover it: which of the two it was is not told.
        Assert.Equal(Why(rows[0], "acts"), Why(rows[1], "acts"));
    }

    [Fact]
    public void A_longer_row_says_that_its_acts_are_sums_of_weeks()
    {
        var rows = Rows(new(40, 20, 12, 200, 20), Grain.Whole);
        Assert.All(rows, row => Assert.Equal(SumOfRows, Why(row, "acts")));
    }

    [Fact]
    public void A_day_says_that_teams_have_their_acts_by_week() =>
        Assert.All(Rows(new(40, 20, 12, 200, 20), Grain.Day), row => Assert.Equal("Given by week for teams and spaces", Why(row, "acts")));

    [Fact]
    public void Contributors_that_would_give_a_count_beside_them_away_say_so()
    {
        // Of the first team's twelve active people, eleven contributed: a coded count.
        Tally[] own = [default, new(20, 12, 11, 200, 20), new(21, 14, 8, 200, 20), new(40, 25, 15, 400, 30)];
        var rows = Print(Told(Worlds.Table([-1, 0, 0, 0], own, reading: true)));
        Assert.Equal([null, Suppression.Beside, null], rows.Select(row => Why(row, "contributors")));
        Assert.Equal(14, rows[1].GetProperty("active").GetInt32());
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(20, 12)]
    public void A_row_hidden_as_a_whole_has_one_reason_only(int people, int active)
    {
        foreach (var row in Rows(new(people, active, active, active * 10, 10), Grain.Week))
        foreach (var figure in (string[])["active", "contributors", "acts"])
            Assert.Equal(
                row.GetProperty(figure).ValueKind == JsonValueKind.Null && row.GetProperty("hidden").ValueKind == JsonValueKind.Null,
                Why(row, figure) is not null
            );
    }

    private static readonly DateOnly First = Worlds.AWeek.First;

    private static List<JsonElement> Rows(Tally team, Grain grain)
    {
        var period = Periods.Over(First, grain == Grain.Day ? First : Worlds.AWeek.Last, grain)[0];
        var table = Worlds.Table([-1, 0, 0], [default, team, new(60, 30, 20, 600, 30)], reading: true, period);
        return Print(Told(table));
    }

    private static Report Told(Counted table) =>
        Report.Of(Suppression.Publish(table, Threshold.Default), "here", "UTC", By.Team, First, First, Threshold.Default);

    private static List<JsonElement> Print(Report report)
    {
        using var stream = new MemoryStream();
        ReportJson.Write(stream, report);
        return [.. JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("rows").EnumerateArray()];
    }

    private static string? Why(JsonElement row, string figure) =>
        row.TryGetProperty("withheld", out var withheld)
        && withheld.ValueKind == JsonValueKind.Object
        && withheld.TryGetProperty(figure, out var reason)
            ? reason.GetString()
            : null;
}
