using System.Buffers.Binary;

namespace Intranet.Domain.Adoption;

/// <summary>The true counts of one week of one source by team, kept so that nobody waits while years are added up again.</summary>
/// <remarks>Never shown as they are: they leave only through <see cref="Suppression"/>.</remarks>
public sealed class CountedWeek
{
    private const int Numbers = 5;

    private CountedWeek() => Packed = [];

    public CountedWeek(int sourceId, int week, long acts, long print, bool reading, IEnumerable<Tally> tallies)
    {
        (SourceId, Week, Acts, Print, Reading) = (sourceId, week, acts, print, reading);
        long[] numbers = [.. tallies.SelectMany(t => (long[])[t.People, t.Active, t.Contributors, t.Acts, t.TopActs])];
        Packed = new byte[numbers.Length * sizeof(long)];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(Packed.AsSpan(i * sizeof(long)), numbers[i]);
    }

    public int SourceId { get; private set; }

    /// <summary>Day number of the week's Monday.</summary>
    public int Week { get; private set; }

    /// <summary>What the source had recorded of the week when it was counted; it only ever grows.</summary>
    public long Acts { get; private set; }

    /// <summary>Tells apart who could have acted in the week and how the teams stood; other people or teams, other counts.</summary>
    public long Print { get; private set; }

    /// <summary>Whether anybody did something else than contribute.</summary>
    public bool Reading { get; private set; }

    /// <summary>The tallies one after another: a week is read whole or not at all.</summary>
    public byte[] Packed { get; private set; }

    /// <summary>By group, the whole organisation first.</summary>
    public Tally[] Tallies()
    {
        var tallies = new Tally[Packed.Length / sizeof(long) / Numbers];
        for (var i = 0; i < tallies.Length; i++)
            tallies[i] = new((int)Number(i, 0), (int)Number(i, 1), (int)Number(i, 2), Number(i, 3), Number(i, 4));
        return tallies;
    }

    private long Number(int tally, int at) => BinaryPrimitives.ReadInt64LittleEndian(Packed.AsSpan((tally * Numbers + at) * sizeof(long)));
}
