using Intranet.App.Search;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;

namespace Intranet.Tests.Search;

/// <summary>What people type, by mistake or on purpose.</summary>
public sealed class TypedTests
{
    private static readonly string[] Hostile =
    [
        "foo\"",
        "AND",
        "foo OR",
        "NOT foo",
        "a:b",
        "c++",
        "(",
        "-x",
        "*",
        "^a",
        "NEAR(a b)",
        "a\0b",
        "\0",
        "\\",
        "%_",
        "\ud800",
        "\udc00\ud800",
        "😀 turbine",
        "{0}",
        "{Title} : x",
        "a & | ! <-> b:*A",
        "'; DROP TABLE \"Posts\";--",
        "e\u0301",
        "\u202e",
        "ﬀ",
        "",
    ];

    [Theory, OnBoth]
    public async Task Whatever_is_typed_is_words_and_never_a_command(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "foo AND c x title 0 a b near drop table posts or not turbine");
        var searching = cast.Office.Get<Searching>();

        foreach (var text in Hostile)
        foreach (
            var asked in new[] { text, text + " turb", new string('x', 1_000) + text, string.Concat(Enumerable.Repeat(text + " ", 200)) }
        )
        {
            await searching.Find(cast.Ben.Eyes(), asked);
            await searching.Find(cast.Ben.Eyes(), asked, best: true);
            await searching.Suggest(cast.Ben.Eyes(), asked);
        }

        var found = await searching.Find(cast.Ben.Eyes(), "AND (foo) OR -c++ \"turb");
        Assert.Equal(post, Assert.Single(found.Texts).Id);
    }
}
