using System.Diagnostics;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;

namespace Intranet.Tests.Shared.Text;

/// <summary>These measure; they run alone, and count processor time so that a busy machine does not speak for the renderer.</summary>
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured;

[Collection(nameof(Measured))]
public sealed class HostileTextTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(300);
    private readonly Markdown markdown = new();

    public static TheoryData<string> Units =>
        [
            .. "[ ] ![ [[] []( [a]( [a](b [a](<b ![a]( * ** _ *a a* a**b *a_ _a ~~ ~~a ` `a `` < <a <http: <!-- <?x <![CDATA[ & &# \\ > - 1. # | |a -| http:// http://a_ http://a.b/( www. mailto:a@ [x] [a]: [a][b] @[ @[a @[a]( #a # \u0301 👩".Split(
                ' '
            ),
            "*a **a ",
            "> ",
            "+ ",
            "1. ",
            "- > ",
            "a|b\n",
            "a|b\n-|-\n",
            "||\n",
            "a\n=\n",
            "a\n-\n",
            "\n",
            "a\n\n",
            "- a\n",
            "> a\n>\n",
            "- [ ] \n",
            "[a]: b\n",
            "`a` ",
            "```\n",
            "&\n",
            "* a\n-\n",
            "[a *b ",
            "* - ",
            "*\n",
            "~~~\n",
            "\n\n- ",
        ];

    [Theory]
    [MemberData(nameof(Units))]
    public void Any_sign_repeated_to_the_limit_is_shown_or_refused_in_time(string unit)
    {
        var half = Repeat(unit, Markdown.MaxLength / 2);
        AssertInTime(Repeat(unit, Markdown.MaxLength));
        AssertInTime(half + Repeat("]", Markdown.MaxLength / 2));
        AssertInTime(half + Repeat("](a)", Markdown.MaxLength / 2));
        AssertInTime(half + Repeat("a*", Markdown.MaxLength / 2));
        AssertInTime(string.Concat(Enumerable.Repeat(Repeat(unit, 180) + "\n", 100)));
    }

    [Fact]
    public void Wide_tables_and_repeated_references_are_refused_before_they_grow()
    {
        AssertRefused(Repeat("a\n", 6_000), "more than 3,000 lines");
        AssertRefused(Repeat("|", 6000) + "\n" + Repeat("-|", 9000) + "\n" + Repeat("|\n", 4_900), "too large to show");
        AssertRefused(Repeat("a|", 4000) + "a\n" + Repeat("-|", 4000) + "-\n" + Repeat("a|\n", 8_000), "too large to show");
        AssertRefused("[a]: " + new string('x', 10_000) + "\n\n" + Repeat("[a] [a] [a]\n\n", 9_900), "grows too large");
        AssertRefused("![a](https://a.test/" + new string('x', 1) + ")" + Repeat("[", 9_000), "too many brackets");
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("> - ")]
    [InlineData("* - ")]
    public void Deep_nesting_is_refused_kindly(string unit) =>
        AssertRefused(Repeat(unit, 400) + "a", "This text is nested too deeply to show. Flatten the lists or quotes.");

    [Fact]
    public void Nesting_over_many_lines_is_refused_as_kindly() =>
        AssertRefused(
            string.Concat(Enumerable.Range(0, 135).Select(depth => new string(' ', depth * 2) + "- a\n")),
            "This text is nested too deeply to show. Flatten the lists or quotes."
        );

    [Theory]
    [InlineData("> > > > > a")]
    [InlineData("- a\n  - b\n    - c\n      - d\n        - e")]
    [InlineData("- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -")]
    [InlineData("***************************************")]
    public void Nesting_that_people_use_passes(string text) => Assert.NotEmpty(markdown.Render(text).Html.Value);

    [Fact]
    public void A_full_page_of_ordinary_code_and_a_large_table_pass()
    {
        var code = "```json\n" + Repeat("{ \"a_b\": [1, 2, [3]], \"c*d\": \"x|y\" },\n", 19_000) + "```\n";
        var table = "|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n" + Repeat("|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|\n", 19_000);
        Assert.Contains("language-json", markdown.Render(code).Html.Value);
        Assert.Contains("<table>", markdown.Render(table).Html.Value);
    }

    [Fact]
    public void Imported_html_is_bounded_in_length_depth_and_number()
    {
        AssertImportRefused(new string('a', HtmlImport.MaxLength + 1), "200,001 characters");
        AssertImportRefused(Repeat("<div>", 100_000), "nested too deeply");
        AssertImportRefused(Repeat("<blockquote><p>", 100_000), "nested too deeply");
        AssertImportRefused(
            string.Concat(Enumerable.Range(0, 9_000).Select(i => $"<b id={i}>")) + Repeat("<p>x", 9_000),
            "nested too deeply"
        );
        AssertImportRefused(Repeat("<br>", 100_000), "HTML tags");
    }

    private void AssertInTime(string text)
    {
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 6 && best > Bound; attempt++)
        {
            var start = Environment.CpuUsage.TotalTime;
            try
            {
                markdown.Render(text, _ => "Ann");
            }
            catch (Refusal)
            {
                // Refusing is one of the two right answers.
            }

            var took = Environment.CpuUsage.TotalTime - start;
            best = took < best ? took : best;
        }

        Assert.True(best <= Bound, $"took {best.TotalMilliseconds:F0} ms: {text[..Math.Min(40, text.Length)]}");
    }

    private void AssertRefused(string text, string why) =>
        Assert.Contains(why, Assert.Throws<Refusal>(() => markdown.Render(text, _ => "Ann")).Message);

    private static void AssertImportRefused(string html, string why)
    {
        var start = Stopwatch.GetTimestamp();
        Assert.Contains(why, Assert.Throws<Refusal>(() => HtmlImport.ToSafeHtml(html)).Message);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, Math.Max(1, length / unit.Length)));
}
