using System.Buffers;
using Intranet.Domain.Access;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Intranet.App.Shared.Text;

/// <summary>Keeps texts away from the renderer whose cost would grow with the square of their length.</summary>
internal static class TextBounds
{
    private const int MaxMarkers = 20;
    private const int MaxCells = 5_000;
    private const int MaxLines = 3_000;
    private const long MaxPairs = 6_000_000;
    private const int AddressWeight = 3;
    private const string Cost = "cost";

    /// <summary>Markers that the inline parser keeps open until their partner comes, and so walks again and again.</summary>
    private static readonly SearchValues<char> Openers = SearchValues.Create("[]*_~<:`");

    /// <summary>Counts the lines, and the quotes and lists that each of them opens.</summary>
    public static void CheckLines(string markdown)
    {
        if (markdown.AsSpan().Count('\n') >= MaxLines)
        {
            throw new Refusal($"This text has more than {MaxLines:N0} lines. Attach it as a file.");
        }

        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.Length > MaxMarkers && !IsRule(line) && Markers(line) > MaxMarkers)
            {
                throw new Refusal(Markdown.TooDeep);
            }
        }
    }

    /// <summary>Called for each paragraph and heading before its inlines are parsed.</summary>
    public static void CheckBlock(BlockProcessor processor, Block block)
    {
        if (block is not LeafBlock { Lines.Lines: not null } leaf)
        {
            return;
        }

        var (openers, bars, rows) = (0L, 0, leaf.Lines.Count);
        for (var i = 0; i < rows; i++)
        {
            var line = leaf.Lines.Lines[i].Slice.AsSpan();
            openers += Count(line);
            bars = Math.Max(bars, line.Count('|'));
        }

        var spent = (processor.Document.GetData(Cost) as Spent) ?? new Spent();
        processor.Document.SetData(Cost, spent);
        spent.Cells += bars == 0 ? 0 : (long)(bars + 1) * rows;
        spent.Pairs += openers * openers;
        if (spent.Cells > MaxCells)
        {
            throw new Refusal($"These tables are too large to show. Keep them to {MaxCells:N0} cells together, or attach a file.");
        }

        if (spent.Pairs > MaxPairs)
        {
            throw new Refusal(
                "This text has too many brackets, stars or other signs in one paragraph. Put it into a code block or attach a file."
            );
        }
    }

    private static int Count(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var at = line.IndexOfAny(Openers); at >= 0; at = line.IndexOfAny(Openers))
        {
            count += line[at] == ':' ? AddressWeight : 1;
            line = line[(at + 1)..];
        }

        return count;
    }

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        var signs = line.TrimStart();
        return !signs.IsEmpty && signs[0] is '-' or '*' && signs.TrimEnd([signs[0], ' ', '\t']).IsEmpty;
    }

    private static int Markers(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var rest = line.TrimStart(); !rest.IsEmpty; rest = rest.TrimStart())
        {
            var marker = rest[0] is '>' or '-' or '*' or '+' ? 1 : rest.IndexOfAnyExceptInRange('0', '9') + 1;
            var stands = marker == 1 ? rest[0] is '>' or '-' or '*' or '+' : marker is > 1 and <= 10 && rest[marker - 1] is '.' or ')';
            if (!stands || (rest[0] != '>' && rest.Length > marker && rest[marker] is not (' ' or '\t')))
            {
                break;
            }

            count++;
            rest = rest[marker..];
        }

        return count;
    }

    private sealed class Spent
    {
        public long Cells { get; set; }
        public long Pairs { get; set; }
    }
}
