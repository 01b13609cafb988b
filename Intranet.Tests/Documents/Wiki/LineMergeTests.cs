using Intranet.App.Documents.Wiki;

namespace Intranet.Tests.Documents.Wiki;

public sealed class LineMergeTests
{
    private const string Before = "one\ntwo\nthree\nfour\nfive";

    [Theory]
    [InlineData("ONE\ntwo\nthree\nfour\nfive", "one\ntwo\nthree\nfour\nFIVE", "ONE\ntwo\nthree\nfour\nFIVE")]
    [InlineData("one\nthree\nfour\nfive", "one\ntwo\nthree\nfour\nand a half\nfive", "one\nthree\nfour\nand a half\nfive")]
    [InlineData("zero\none\ntwo\nthree\nfour\nfive", "one\ntwo\nthree\nfour\nfive\nsix", "zero\none\ntwo\nthree\nfour\nfive\nsix")]
    [InlineData("one\nTWO\nthree\nfour\nfive", "one\ntwo\nTHREE\nfour\nfive", "one\nTWO\nTHREE\nfour\nfive")]
    [InlineData("one\nTWO\nthree\nfour\nfive", "one\nTWO\nthree\nfour\nFIVE", "one\nTWO\nthree\nfour\nFIVE")]
    [InlineData(Before, "", "")]
    public void Changes_at_different_places_are_put_together(string mine, string theirs, string together)
    {
        foreach (var merge in new[] { LineMerge.Of(Before, mine, theirs), LineMerge.Of(Before, theirs, mine) })
        {
            Assert.True(merge.Fits);
            Assert.Equal(together, merge.Text());
        }
    }

    [Fact]
    public void Changes_of_the_same_lines_are_kept_beside_each_other()
    {
        var merge = LineMerge.Of(Before, "one\nZWEI\nthree\nfour\nfive!", "one\nDEUX\ntrois\nfour\nfive");

        var place = Assert.Single(merge.Clashes);
        Assert.Equal(["ZWEI", "three"], place.Mine);
        Assert.Equal(["DEUX", "trois"], place.Theirs!);
        Assert.Equal("one\nDEUX\ntrois\nZWEI\nthree\nfour\nfive!", merge.Text());
        Assert.Equal("one\nZWEI\nthree\nfour\nfive!", merge.Text(_ => MergeChoice.Mine));
        Assert.Equal("one\nDEUX\ntrois\nfour\nfive!", merge.Text(_ => MergeChoice.Theirs));
    }

    [Fact]
    public void What_two_people_add_at_one_place_waits_for_somebody_to_say_in_which_order()
    {
        var merge = LineMerge.Of("- a", "- a\n- mine", "- a\n- theirs");

        Assert.False(merge.Fits);
        Assert.Equal("- a\n- theirs\n- mine", merge.Text());
        Assert.True(LineMerge.Of("- a", "- a\n- same", "- a\n- same").Fits);
    }

    /// <summary>Whatever two people do: nothing that one of them wrote is missing, and what only one of them did stands as they did it.</summary>
    [Fact]
    public void Nothing_anybody_wrote_is_ever_missing()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            string[] before = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => $"line {random.Next(4)}")];
            var (mine, theirs) = (Changed(before, random, "mine"), Changed(before, random, "theirs"));
            var text = string.Join('\n', before);

            var merge = LineMerge.Of(text, mine, theirs);

            var all = merge.Text().Split('\n');
            foreach (var written in mine.Split('\n').Concat(theirs.Split('\n')).Where(l => l.StartsWith("by ", StringComparison.Ordinal)))
                Assert.Contains(written, all);
            Assert.Equal(mine, LineMerge.Of(text, mine, text).Text());
            Assert.Equal(theirs, LineMerge.Of(text, text, theirs).Text());
            Assert.Equal(mine, LineMerge.Of(text, mine, mine).Text());
            if (merge.Fits)
                Assert.Equal(merge.Text(), LineMerge.Of(text, theirs, mine).Text());
        }
    }

    private static string Changed(string[] before, Random random, string who)
    {
        var lines = before.ToList();
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(lines.Count + 1);
            if (random.Next(3) == 0 && at < lines.Count)
                lines.RemoveAt(at);
            else if (random.Next(2) == 0 && at < lines.Count)
                lines[at] = $"by {who} {random.Next(1000)}";
            else
                lines.Insert(at, $"by {who} {random.Next(1000)}");
        }
        return string.Join('\n', lines);
    }
}
