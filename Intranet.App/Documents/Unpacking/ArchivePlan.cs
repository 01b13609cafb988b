using System.IO.Compression;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;

namespace Intranet.App.Documents.Unpacking;

/// <summary>What an archive holds, as it will lie here, known before anything is unpacked. Whatever could do harm by being unpacked is refused whole.</summary>
internal sealed class ArchivePlan
{
    public const int MostEntries = 2_000;
    public const long MostBytes = 1L * 1024 * 1024 * 1024;

    /// <summary>How many times its size an archive may grow, once it grows large.</summary>
    private const int MostGrowth = 100;
    private const long Large = 50L * 1024 * 1024;

    private static readonly string[] Litter = ["__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"];
    private int _count;

    private ArchivePlan() { }

    public Branch Top { get; private set; } = new("");
    public long Bytes { get; private set; }

    /// <param name="size">How many bytes the archive has.</param>
    /// <param name="room">How many folders there may lie in one another where it is unpacked.</param>
    public static ArchivePlan Of(ZipArchive zip, long size, int room)
    {
        var plan = new ArchivePlan();
        if (zip.Entries.Count > 2 * MostEntries)
            throw TooMany();
        foreach (var entry in zip.Entries)
            plan.Take(entry, room);
        if (plan._count == 0)
            throw new Refusal("Nothing lies in this archive.");
        if (plan.Bytes > MostBytes)
            throw new Refusal($"Unpacked this is {FileSize.Say(plan.Bytes)}. At most {FileSize.Say(MostBytes)} are unpacked at once.");
        if (plan.Bytes > Large && plan.Bytes / MostGrowth > size)
            throw new Refusal("This archive grows more than a hundredfold when it is unpacked, as only those do that are made to do harm.");
        // The archive's own folder takes the place of the single one that most archives begin with.
        if (plan.Top is { Files.Count: 0, Folders: [var only] })
            plan.Top = only;
        return plan;
    }

    private void Take(ZipArchiveEntry entry, int room)
    {
        var path = entry.FullName.Replace('\\', '/');
        string[] steps = [.. path.Split('/').Where(s => s is not ("" or "."))];
        if (steps.Intersect(Litter, StringComparer.OrdinalIgnoreCase).Any())
            return;
        if (path.StartsWith('/') || steps.Contains("..") || (steps.Length > 0 && steps[0] is [_, ':']))
            throw new Refusal($"“{Said(path)}” would be put outside of the folder. This archive is not unpacked.");
        // By the rights a Unix program wrote down it is a link to something else.
        if (((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000)
            throw new Refusal($"“{Said(path)}” is a link to another file. This archive is not unpacked.");
        if (entry.IsEncrypted)
            throw new Refusal("This archive is protected by a password. Unpack it on your computer and add the folder.");
        if (steps.Length == 0)
            return;
        var file = !path.EndsWith('/');
        var depth = file ? steps.Length - 1 : steps.Length;
        if (depth > room)
            throw new Refusal($"Folders go {Node.MostDeep} deep at most.");
        var branch = Top;
        foreach (var step in steps[..depth])
            branch = branch.Into(FileName.Clean(step), Count);
        if (!file)
            return;
        Count();
        branch.Add(FileName.Clean(steps[^1]), entry);
        Bytes += entry.Length;
    }

    private void Count()
    {
        if (++_count > MostEntries)
            throw TooMany();
    }

    internal static Refusal TooMany() => new($"At most {MostEntries:N0} files and folders are unpacked at once.");

    private static string Said(string path) => OneLine.Of(path) is { Length: > 80 } line ? $"{line[..80]}…" : OneLine.Of(path);
}
