using System.Diagnostics;
using Intranet.App.Documents.Wiki;

namespace Intranet.Tests.Documents.Wiki;

public sealed class LinkTextTests
{
    private static readonly Guid Id = Guid.Parse("0190d7a0-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("See [[Other page]].", "Other page", "See [Other page](/documents/ID).")]
    [InlineData("See [[Other page|what we said]].", "Other page", "See [what we said](/documents/ID).")]
    [InlineData("See [it](Other page.md) now", "Other page.md", "See [it](/documents/ID) now")]
    [InlineData("[it](../Folder/File%20one.pdf \"title\")", "../Folder/File one.pdf", "[it](/documents/ID)")]
    [InlineData("[it](Plan.md#dates)", "Plan.md", "[it](/documents/ID)")]
    [InlineData("[it](<Other page.md>)", "Other page.md", "[it](/documents/ID)")]
    public void A_link_by_a_name_or_path_becomes_one_by_id(string text, string means, string becomes)
    {
        var written = LinkText.Replace(text, target => target.Path == means ? (Id, "Other page") : null);

        Assert.Equal(becomes.Replace("ID", $"{Id}"), written);
    }

    [Theory]
    [InlineData("[out](https://example.org/a.md)")]
    [InlineData("[out](mailto:a@example.org) [here](#part) [root](/people)")]
    [InlineData("![picture](a.png)")]
    [InlineData("`[[code]]` and `[x](a.md)`")]
    [InlineData("```\n[[code]]\n[x](a.md)\n```")]
    [InlineData("~~~ text\n[[code]]")]
    [InlineData("[script](javascript:alert(1))")]
    [InlineData("no link [at all] (here)")]
    public void What_leads_out_or_stands_in_code_stays_as_it_is(string text) =>
        Assert.Equal(text, LinkText.Replace(text, _ => (Id, "Wrong")));

    [Fact]
    public void After_code_links_are_links_again() =>
        Assert.Equal(
            $"````\n```\n[[code]]\n````\n[B](/documents/{Id})",
            LinkText.Replace("````\n```\n[[code]]\n````\n[[A]]", _ => (Id, "B"))
        );

    [Theory]
    [InlineData("[a](")]
    [InlineData("[[")]
    [InlineData("`")]
    [InlineData("[a](b ")]
    [InlineData("[\\")]
    public void Hostile_texts_take_no_time(string part)
    {
        var watch = Stopwatch.StartNew();
        LinkText.Replace(string.Concat(Enumerable.Repeat(part, 20_000 / part.Length)), _ => null);
        LinkText.Replace(part + new string(' ', 20_000), _ => null);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Ids_are_read_from_links_and_not_from_versions_of_documents() =>
        Assert.Equal([Id], LinkText.Ids($"[a](/documents/{Id}) [b](/documents/{Id}/3) [c](/documents/{Id}#part)"));
}
