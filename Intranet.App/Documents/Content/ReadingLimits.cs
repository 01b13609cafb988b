namespace Intranet.App.Documents.Content;

/// <summary>How much of a document is read, and what reading it may cost.</summary>
public sealed record ReadingLimits
{
    /// <summary>The longest text that is kept, in UTF-16 units; the rest is left out and said so.</summary>
    public int Characters { get; init; } = 1_000_000;

    /// <summary>The most pages of a PDF that are read.</summary>
    public int Pages { get; init; } = 2_000;

    /// <summary>The most entries an archive or a package may have.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>What all that is unpacked of one document may come to, in bytes.</summary>
    public long Unpacked { get; init; } = 200 * 1024 * 1024;

    /// <summary>The largest file that is taken into memory whole because its format cannot be read piece by piece, in bytes.</summary>
    public int Whole { get; init; } = 32 * 1024 * 1024;

    /// <summary>How deep elements, groups or mails may lie in each other.</summary>
    public int Depth { get; init; } = 500;

    /// <summary>How long one document may take by the clock.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The managed memory of the reading process, in bytes.</summary>
    public long Memory { get; init; } = 512 * 1024 * 1024;

    /// <summary>What the process needs besides: the runtime itself, its code and its stacks, in bytes.</summary>
    public long Besides { get; init; } = 256 * 1024 * 1024;
}
