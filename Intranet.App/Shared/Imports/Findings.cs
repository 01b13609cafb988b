namespace Intranet.App.Shared.Imports;

/// <summary>What was wrong with a file, by line; the first ones in words, all of them counted by kind.</summary>
public sealed class Findings
{
    public const int MostShown = 200;
    private readonly List<Finding> _shown = [];
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Shown => [.. _shown.OrderBy(f => f.Line)];
    public IReadOnlyDictionary<string, int> Counts => _counts;
    public int Total => _counts.Values.Sum();

    public void Add(long line, string kind, string sentence)
    {
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (_shown.Count < MostShown)
            _shown.Add(new Finding(line, kind, sentence));
    }
}

/// <summary>One thing that is wrong in one line of a file.</summary>
public sealed record Finding(long Line, string Kind, string Sentence);
