using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>
/// Which of the shown weeks may tell what is usual: those recorded from end to end, and in a row. The running week is not over; in a
/// week beside a gap the recording broke off or began again.
/// </summary>
internal sealed class WholeWeeks
{
    private const int Most = 4;

    private readonly IReadOnlyList<string> _keys;
    private readonly IReadOnlyList<bool> _whole;

    private WholeWeeks(IReadOnlyList<string> keys, IReadOnlyList<bool> whole, bool running)
    {
        (_keys, _whole, Running) = (keys, whole, running);
        var end = keys.Count;
        while (end > 0 && !whole[end - 1])
            end--;
        var start = end;
        while (start > 0 && whole[start - 1])
            start--;
        int[] row = [.. Enumerable.Range(start, end - start)];
        Latest = [.. row.TakeLast(Most)];
        Before = [.. row.SkipLast(Most).TakeLast(Most)];
    }

    /// <summary>The last week is still going on. Weeks of a source that has ended are all over.</summary>
    public bool Running { get; }

    /// <summary>The last whole weeks in a row, at most four.</summary>
    public IReadOnlyList<int> Latest { get; }

    /// <summary>The whole weeks right before the latest, at most four.</summary>
    public IReadOnlyList<int> Before { get; }

    /// <summary>The latest weeks reach up to now, or to the end of the source: nothing lies between.</summary>
    public bool UpToDate => Latest is [.., var last] && last == _keys.Count - (Running ? 2 : 1);

    /// <summary>What is usual is so today.</summary>
    public bool Today => Running && UpToDate;

    /// <summary>When the last figure was counted, as it stands in a sentence.</summary>
    public string When => Running ? "this week" : $"in {_keys[^1]}";

    /// <summary>The last of the latest weeks.</summary>
    public string End => _keys[Latest[^1]];

    /// <summary>"2025-W08 to 2025-W11".</summary>
    public string Span => Latest.Count == 1 ? End : $"{_keys[Latest[0]]} to {End}";

    /// <param name="from">The first week shown; what lies before it tells only whether that one is whole.</param>
    public static WholeWeeks Of(Published table, int from, DateOnly today)
    {
        var last = table.Periods.Count - 1;
        var running = table.Periods[last].Contains(today);
        var over = running ? last : last + 1;
        var shown = Enumerable.Range(from, last + 1 - from).ToList();
        return new(
            [.. shown.Select(w => table.Periods[w].Key)],
            [.. shown.Select(w => w < over && Recorded(w) && Recorded(Math.Max(w - 1, 0)) && Recorded(Math.Min(w + 1, over - 1)))],
            running
        );

        bool Recorded(int week) => !table.Rows[0, week].NoData;
    }

    /// <summary>The first whole weeks in a row of which a figure is told, at most four.</summary>
    public IReadOnlyList<int> First(Func<int, bool> told) =>
        [.. Enumerable.Range(0, _whole.Count).SkipWhile(w => !_whole[w] || !told(w)).TakeWhile(w => _whole[w]).Take(Most)];
}
