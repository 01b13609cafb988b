namespace Intranet.App.Admin.Demo;

/// <summary>Repeatable chance (SplitMix64): the same seed gives the same company on every runtime.</summary>
internal sealed class SplitMix
{
    private readonly ulong _seed;
    private ulong _state;

    public SplitMix(ulong seed) => _state = _seed = seed;

    public SplitMix Fork(string label, int number = 0)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in label)
            hash = (hash ^ letter) * 1099511628211UL;
        return new SplitMix(Mix(_seed ^ hash ^ ((ulong)number * 0x9E3779B97F4A7C15UL)));
    }

    public double Share()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    public int Below(int count) => (int)(Share() * count);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(double share) => Share() < share;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public double Waiting(double mean) => -mean * Math.Log(1 - Share());

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var at = list.Count - 1; at > 0; at--)
        {
            var other = Below(at + 1);
            (list[at], list[other]) = (list[other], list[at]);
        }
        return list;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
