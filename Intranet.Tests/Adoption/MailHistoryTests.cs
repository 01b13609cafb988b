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
        Suppression.Publish(table, Threshold.Default);
        var watch = Stopwatch.StartNew();
        var weeks = Suppression.Publish(table, Threshold.Default);
        var elapsed = watch.Elapsed.TotalMilliseconds;
        var all = Enumerable.Range(0, weeks.Periods.Count).Select(p => weeks.Rows[0, p]).ToList();
        Assert.Equal([421, 392, 402, 414, 417, 411, 450, 423, 425, 334, 25], all.Take(11).Select(r => r.Active!.Value.Low));
        Assert.Equal(37, all.Count(r => r.NoData));
        foreach (var grain in Enum.GetValues<Grain>())
        {
            var t = history.Table(grain);
            var days = Suppression.Publish(history.Table(Grain.Day), Threshold.Default, weeks);
            var shown = Suppression.Publish(t, Threshold.Default, weeks, days);
            var rows = shown.Rows.Cast<Shown>().Where(r => !r.NoData).ToList();
            var roots = Enumerable.Range(0, t.Periods.Count).Select(p => shown.Rows[0, p]).Where(r => !r.NoData).ToList();
            output.WriteLine(
                $"{grain}: {rows.Count} rows, small {rows.Count(r => r.Hidden == Suppression.TooSmall(Threshold.Default))}, beside {rows.Count(r => r.Hidden == Suppression.Beside)}, "
                    + $"coded {rows.Count(r => r.Active is { IsExact: false })}, exact {rows.Count(r => r.Active is { IsExact: true })}, "
                    + $"acts {rows.Count(r => r.Acts is not null)}; all: {roots.Count} rows, {roots.Count(r => r.Active is { IsExact: true })} exact, acts {roots.Count(r => r.Acts is not null)}"
            );
        }
        output.WriteLine($"{elapsed:0.0} ms");
    }
}
