using System.Buffers.Binary;
using System.Text;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>Microsoft's older container ([MS-CFB]): streams by their path, each found by a chain of sectors.</summary>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xfffffffa;
    private const int Entry = 128;
    private readonly byte[] file;
    private readonly int sectorSize;
    private readonly int miniSize;
    private readonly uint miniCutoff;
    private readonly uint[] fat;
    private readonly uint[] miniFat;
    private readonly byte[] mini;
    private readonly Dictionary<string, (uint Start, int Size)> streams = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public CompoundFile(byte[] file)
    {
        this.file = file;
        (sectorSize, miniSize) = (1 << Math.Clamp(Word(30), (ushort)9, (ushort)12), 1 << Math.Clamp(Word(32), (ushort)4, (ushort)9));
        miniCutoff = Number(56);
        fat = [.. Tables().SelectMany(sector => Numbers(Sector(sector).ToArray()))];
        var directory = Gather(Number(48));
        miniFat = [.. Numbers(Gather(Number(60)))];
        if (directory.Length < Entry)
            throw new InvalidDataException();
        mini = Gather(Read(directory, 116));
        Walk(directory);
    }

    public IEnumerable<string> Names => streams.Keys;

    /// <summary>The bytes of a stream; null where there is none of that name.</summary>
    public byte[]? Open(string name)
    {
        if (!streams.TryGetValue(name, out var found))
            return null;
        var bytes = found.Size < miniCutoff ? GatherMini(found.Start) : Gather(found.Start);
        return bytes[..Math.Min(bytes.Length, found.Size)];
    }

    /// <summary>Siblings hang in a tree; damaged ones may hang in a circle, so each entry is met once.</summary>
    private void Walk(byte[] directory)
    {
        var met = new HashSet<uint>();
        var rest = new Stack<(uint Entry, string Folder)>([(Read(directory, 76), "")]);
        while (rest.TryPop(out var next))
        {
            if ((next.Entry + 1L) * Entry > directory.Length || !met.Add(next.Entry))
                continue;
            var entry = directory.AsSpan((int)next.Entry * Entry, Entry);
            var nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
            var name = next.Folder + Encoding.Unicode.GetString(entry[..nameLength]);
            var size = (int)Math.Min((uint)file.Length, BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
            if (entry[66] == 2)
                streams.TryAdd(name, (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), size));
            rest.Push((BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]), next.Folder));
            rest.Push((BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]), next.Folder));
            rest.Push((BinaryPrimitives.ReadUInt32LittleEndian(entry[76..]), name + "/"));
        }
    }

    /// <summary>The sectors that hold the allocation table: the first ones stand in the header, further ones in a chain of their own.</summary>
    private IEnumerable<uint> Tables()
    {
        for (var i = 0; i < 109; i++)
            if (Number(76 + i * 4) is var sector and < LastSector)
                yield return sector;
        var next = Number(68);
        for (var steps = 0; next < LastSector && steps <= file.Length / sectorSize; steps++)
        {
            var numbers = Numbers(Sector(next).ToArray()).ToArray();
            foreach (var sector in numbers.SkipLast(1).Where(n => n < LastSector))
                yield return sector;
            next = numbers.LastOrDefault(uint.MaxValue);
        }
    }

    private byte[] Gather(uint start)
    {
        using var bytes = new MemoryStream();
        foreach (var sector in Follow(fat, start, file.Length / sectorSize))
            bytes.Write(Sector(sector));
        return bytes.ToArray();
    }

    private byte[] GatherMini(uint start)
    {
        using var bytes = new MemoryStream();
        foreach (var sector in Follow(miniFat, start, mini.Length / miniSize))
            if ((long)sector * miniSize is var at && at < mini.Length)
                bytes.Write(mini.AsSpan((int)at, Math.Min(miniSize, mini.Length - (int)at)));
        return bytes.ToArray();
    }

    /// <summary>A chain is never longer than the file has sectors; a damaged one may go in a circle.</summary>
    private static IEnumerable<uint> Follow(uint[] table, uint start, int most)
    {
        for (var steps = 0; start < table.Length && steps <= most; steps++)
        {
            yield return start;
            start = table[start];
        }
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        var from = (number + 1L) * sectorSize;
        return from >= file.Length ? [] : file.AsSpan((int)from, Math.Min(sectorSize, file.Length - (int)from));
    }

    private static IEnumerable<uint> Numbers(byte[] bytes)
    {
        for (var i = 0; i + 4 <= bytes.Length; i += 4)
            yield return Read(bytes, i);
    }

    private ushort Word(int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private uint Number(int at) => Read(file, at);

    private static uint Read(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
