using System.Diagnostics;
using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>The rules on real mail: the published values come out, and most of the table stays readable.</summary>
public sealed class MailHistoryTests(ITestOutputHelper output)
{
    [Fact]
    public void Weeks_of_mail_show_the_known_figures_and_hide_little()
    {
        var history = MailHistory.Read();
        var table = history.Table(Grain.Week);
        var weeks = Suppression.Publish(table, Threshold.Default);
        var all = Enumerable.Range(0, weeks.Periods.Count).Select(p => weeks.Rows[0, p]).ToList();
        Assert.Equal([421, 392, 402, 414, 417, 411, 450, 423, 425, 334, 25], all.Take(11).Select(r => r.Active!.Value.Low));
        Assert.Equal(37, all.Count(r => r.NoData));
        Assert.Equal(
            "37",
            Suppression.Publish(history.Table(Grain.Whole), Threshold.Default).Rows[1 + history.Group("Department 0"), 0].Active.ToString()
        );
        Assert.Equal(332_334, Suppression.Publish(history.Table(Grain.Whole), Threshold.Default, weeks).Rows[0, 0].Acts);
        var departments = weeks.Rows.Cast<Shown>().Skip(weeks.Periods.Count).Where(r => !r.NoData).ToList();
        var (hidden, coded) = (
            departments.Where(r => r.Hidden is not null).ToList(),
            departments.Count(r => r.Active is { IsExact: false })
        );
        output.WriteLine(
            $"{departments.Count} cells, {hidden.Count} hidden, {coded} coded, acts in {departments.Count(r => r.Acts is not null)}"
        );
        Assert.Equal((78 * 42, 78 * 14), (departments.Count, hidden.Count));
        Assert.All(hidden, r => Assert.Equal(Suppression.TooSmall(Threshold.Default), r.Hidden));
        Assert.InRange(coded, 1, 200);
    }

    [Fact]
    public void A_table_of_43_groups_and_115_weeks_is_decided_in_less_than_20_ms()
    {
        var table = MailHistory.Read().Table(Grain.Week);
        var best = Enumerable
            .Range(0, 20)
            .Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                Suppression.Publish(table, Threshold.Default);
                return watch.Elapsed.TotalMilliseconds;
            });
        output.WriteLine($"{best:0.0} ms");
        Assert.InRange(best, 0, 20);
    }

    [Fact]
    public void Ties_and_inequality_of_the_mail_are_the_published_values()
    {
        var history = MailHistory.Read();
        var sent = new long[history.People];
        var counts = new Dictionary<(int, int), long>();
        foreach (var (_, from, to) in history.Messages)
        {
            sent[from]++;
            counts[(from, to)] = counts.GetValueOrDefault((from, to)) + 1;
        }
        Assert.Equal(0.759776, Inequality.Gini(sent)!.Value, 6);
        Assert.Equal(0.712547, Inequality.GiniOfContributors(sent)!.Value, 6);
        Assert.Equal(0.603853, Inequality.TopShare(sent, 10)!.Value, 6);
        Assert.Equal(0.702433, Inequality.Gini(sent.Where((_, p) => history.Name(p) == "Department 0"))!.Value, 6);
        int[] team = [.. Enumerable.Range(0, history.People).Select(history.Department)];
        List<Tie> list = [.. counts.Select(c => new Tie(c.Key.Item1, c.Key.Item2, c.Value))];
        var watch = Stopwatch.StartNew();
        var ties = Ties.Of(list, team);
        output.WriteLine($"{list.Count} ties in {watch.Elapsed.TotalMilliseconds:0.0} ms");
        Assert.Equal((24_929, 8_865, 16_064), (ties.Arcs, ties.Mutual, ties.Connected));
        Assert.Equal(0.711220, ties.Reciprocity!.Value, 6);
        Assert.Equal(0.551855, ties.TwoWay!.Value, 6);
        Assert.Equal(-0.175408, ties.ExternalInternalByActs!.Value, 6);
        Assert.Equal(0.328561, ties.ExternalInternal!.Value, 6);
    }
}
