using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Intranet.App.Documents.Wiki;

/// <summary>Puts together what two people made of one text, line by line. Where both changed the same lines, both are kept for somebody to choose.</summary>
public sealed class LineMerge
{
    private static readonly CustomFunctionChunker Lines = new(text => text.Split('\n'));

    private readonly List<MergePart> parts = [];

    private LineMerge(int number) => Number = number;

    /// <summary>The version the other side is.</summary>
    public int Number { get; }

    /// <summary>The text from its beginning to its end, in pieces on which both agree and pieces on which they do not.</summary>
    public IReadOnlyList<MergePart> Parts => parts;

    public IEnumerable<MergePart> Clashes => parts.Where(p => p.Theirs is not null);

    public bool Fits => !Clashes.Any();

    /// <summary>Texts with one kind of line end.</summary>
    public static LineMerge Of(string before, string mine, string theirs, int number = 0)
    {
        var merge = new LineMerge(number);
        merge.Walk(new Side(before, mine), new Side(before, theirs));
        return merge;
    }

    /// <summary>The whole text, with what was chosen where the two do not agree; both one after the other unless something else is said.</summary>
    public string Text(Func<MergePart, MergeChoice>? choose = null) =>
        string.Join(
            '\n',
            parts.SelectMany(p =>
                p.Theirs is null
                    ? p.Mine
                    : (choose?.Invoke(p) ?? MergeChoice.Both) switch
                    {
                        MergeChoice.Mine => p.Mine,
                        MergeChoice.Theirs => p.Theirs,
                        MergeChoice.Both => p.Theirs.Concat(p.Mine),
                    }
            )
        );

    private void Walk(Side mine, Side theirs)
    {
        var (before, at) = (mine.Before, 0);
        while (mine.Next is not null || theirs.Next is not null)
        {
            var first = theirs.Next is null || mine.Next?.DeleteStartA <= theirs.Next.DeleteStartA ? mine : theirs;
            var (start, end) = (first.Next!.DeleteStartA, first.Next.DeleteStartA + first.Next.DeleteCountA);
            // Changes that touch each other, on whichever side, are looked at as one.
            while (mine.Take(start, ref end) | theirs.Take(start, ref end)) { }
            Agree(before[at..start]);
            var (ours, others) = (mine.Lines(start, end), theirs.Lines(start, end));
            if (!theirs.Took)
                Agree(ours);
            else if (!mine.Took || ours.SequenceEqual(others))
                Agree(others);
            else
                parts.Add(new MergePart(ours, others));
            mine.Pass();
            theirs.Pass();
            at = end;
        }
        Agree(before[at..]);
    }

    private void Agree(string[] lines)
    {
        if (lines.Length > 0)
            parts.Add(new MergePart(lines, null));
    }

    /// <summary>What one of the two changed, from the top down.</summary>
    private sealed class Side(string before, string after)
    {
        private readonly DiffResult diff = Differ.Instance.CreateDiffs(before, after, false, false, LineMerge.Lines);
        private int taken;
        private int passed;

        /// <summary>The lines both began from; an empty text has none.</summary>
        public string[] Before => diff.PiecesOld as string[] ?? [.. diff.PiecesOld];

        public bool Took => taken > passed;
        public DiffBlock? Next => taken < diff.DiffBlocks.Count ? diff.DiffBlocks[taken] : null;

        /// <summary>Takes the next change when it touches the lines from start to end, which grow by it.</summary>
        public bool Take(int start, ref int end)
        {
            if (Next is not { } next || next.DeleteStartA > end)
                return false;
            // Lines put in at the edge of what the other changed have no place of their own; changed lines beside each other do.
            if (next.DeleteStartA == end && end > start && next.DeleteCountA > 0)
                return false;
            end = Math.Max(end, next.DeleteStartA + next.DeleteCountA);
            taken++;
            return true;
        }

        public void Pass() => passed = taken;

        /// <summary>What became of those lines on this side.</summary>
        public string[] Lines(int start, int end)
        {
            var shift = passed == 0 ? 0 : Shift(diff.DiffBlocks[passed - 1]);
            var shifted = taken == 0 ? 0 : Shift(diff.DiffBlocks[taken - 1]);
            return [.. diff.PiecesNew.Skip(start + shift).Take(end + shifted - start - shift)];
        }

        private static int Shift(DiffBlock block) => block.InsertStartB + block.InsertCountB - (block.DeleteStartA + block.DeleteCountA);
    }
}

/// <summary>Some lines of a merge: those both agree on, or what each of the two has in their place.</summary>
/// <param name="Theirs">Null where both agree.</param>
public sealed record MergePart(IReadOnlyList<string> Mine, IReadOnlyList<string>? Theirs);

public enum MergeChoice
{
    Both,
    Mine,
    Theirs,
}
