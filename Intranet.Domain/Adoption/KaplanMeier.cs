namespace Intranet.Domain.Adoption;

/// <summary>Times to an event where some still wait: posts without an answer yet, people without a first act yet.</summary>
public static class KaplanMeier
{
    /// <summary>
    /// The first time at which S(t) = prod(1 - d_i / n_i) falls to one half or below; null while fewer than half have come (Kaplan and Meier
    /// 1958). Leaving out those who wait would flatter the figure.
    /// </summary>
    /// <param name="happened">Time until the event, for those it came to.</param>
    /// <param name="waiting">Time waited so far by those it has not come to; at equal times an event counts first.</param>
    public static double? Median(IEnumerable<double> happened, IEnumerable<double> waiting)
    {
        double[] events = [.. happened.Order()];
        double[] open = [.. waiting.Order()];
        var survival = 1d;
        var left = 0;
        for (var i = 0; i < events.Length; )
        {
            var at = events[i];
            while (left < open.Length && open[left] < at)
                left++;
            var risk = events.Length - i + open.Length - left;
            var came = 0;
            while (i < events.Length && events[i] == at)
                (i, came) = (i + 1, came + 1);
            survival *= 1 - ((double)came / risk);
            if (survival <= 0.5 + 1e-12)
                return at;
        }
        return null;
    }
}
