using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Intranet.App.Data;
using Intranet.App.Documents.Content;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Comparing;

/// <summary>What changed between two versions of a document: line by line where both are plain text, by their facts otherwise.</summary>
public sealed class Comparisons(Store store, IBlobs blobs)
{
    /// <summary>Longer texts take too long to compare while somebody waits.</summary>
    public const int MostLines = 10_000;

    public const int MostBytes = 1_000_000;

    /// <summary>Lines that stayed the same are shown only next to one that changed.</summary>
    private const int Around = 3;

    /// <summary>Null when there is nothing for this person.</summary>
    public async Task<Comparison?> Of(Viewer viewer, Guid nodeId, int one, int other)
    {
        var found = await store.Read(
            viewer,
            db =>
                (
                    from n in db.Nodes
                    join v in db.DocumentVersions on n.Id equals v.NodeId
                    join b in db.Bylines on v.AuthorId equals b.Id
                    where n.Id == nodeId && n.RemovedAt == null && (v.Number == one || v.Number == other)
                    select new ComparedVersion(v, b.Name)
                ).ToListAsync()
        );
        if (found.Find(f => f.Version.Number == one) is not { } older || found.Find(f => f.Version.Number == other) is not { } newer)
            return null;
        return new Comparison(older, newer, await Lines(older.Version, newer.Version));
    }

    private async Task<IReadOnlyList<ComparedLine>?> Lines(DocumentVersion older, DocumentVersion newer)
    {
        if (older.BlobKey == newer.BlobKey)
            return [];
        if (await Text(older) is not { } before || await Text(newer) is not { } after)
            return null;
        return await Task.Run(() => Compare(before, after));
    }

    /// <summary>Null when it is no plain text, or too long.</summary>
    private async Task<string?> Text(DocumentVersion version)
    {
        if (version.Size > MostBytes)
            return null;
        await using var file = await blobs.Open(version.BlobKey);
        if (file is null || !TextOf.IsPlain(ContentType.Of(file, version.Name).Kind))
            return null;
        file.Position = 0;
        using var reader = new StreamReader(file);
        var text = await reader.ReadToEndAsync();
        return text.AsSpan().Count('\n') < MostLines ? text : null;
    }

    private static IReadOnlyList<ComparedLine> Compare(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines;
        var near = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type != ChangeType.Unchanged)
                Array.Fill(near, true, Math.Max(0, i - Around), Math.Min(lines.Count, i + Around + 1) - Math.Max(0, i - Around));
        }
        var shown = new List<ComparedLine>();
        var skipped = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!near[i])
            {
                skipped++;
                continue;
            }
            if (skipped > 0)
                shown.Add(new ComparedLine(LineFate.Skipped, $"{skipped}"));
            skipped = 0;
            shown.Add(new ComparedLine(Fate(lines[i].Type), lines[i].Text));
        }
        if (skipped > 0 && shown.Count > 0)
            shown.Add(new ComparedLine(LineFate.Skipped, $"{skipped}"));
        return shown;
    }

    private static LineFate Fate(ChangeType type) =>
        type switch
        {
            ChangeType.Inserted => LineFate.Added,
            ChangeType.Deleted => LineFate.Removed,
            _ => LineFate.Same,
        };
}

/// <summary>Two versions beside each other.</summary>
/// <param name="Lines">What changed; empty when both say the same, null when they cannot be compared line by line.</param>
public sealed record Comparison(ComparedVersion Older, ComparedVersion Newer, IReadOnlyList<ComparedLine>? Lines);

public sealed record ComparedVersion(DocumentVersion Version, string Author);

/// <param name="Text">The line, or how many were left out.</param>
public readonly record struct ComparedLine(LineFate Fate, string Text);

public enum LineFate
{
    Same,
    Added,
    Removed,
    Skipped,
}
