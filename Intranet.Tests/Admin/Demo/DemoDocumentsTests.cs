using System.Text;
using System.Text.RegularExpressions;
using Intranet.App.Admin.Demo;
using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents.Content;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Admin.Demo;

/// <summary>The documents of the demo company: filed in the order of the story, whole, and seen by the rule of sight.</summary>
public sealed partial class DemoDocumentsTests(LoadedDemos demos)
{
    private static DemoScript Script => DemoCompanyTests.Script;

    [Fact]
    public void About_forty_documents_lie_in_the_spaces_and_none_has_the_same_content_twice()
    {
        Assert.InRange(Script.Documents.Count, 36, 48);
        Assert.InRange(Script.Documents.Select(d => d.Space).Distinct().Count(), 10, 14);
        Assert.InRange(Script.Documents.Count(d => d.Held is not null), 2, 6);
        Assert.Equal(Script.Documents.Count, Script.Documents.DistinctBy(d => d.Key).Count());
        foreach (var document in Script.Documents)
        {
            Assert.Equal(document.Versions.OrderBy(v => v.At), document.Versions);
            Assert.Equal(document.Versions.Count, document.Versions.DistinctBy(v => v.Text).Count());
            Assert.True(document.Held is null || document.Held.At > document.Versions[^1].At, document.Key);
        }
    }

    [Theory]
    [MemberData(nameof(DemoTimeTests.Companies), MemberType = typeof(DemoTimeTests))]
    public void A_text_links_only_to_what_is_filed_by_then_in_the_same_space(int seed, string now)
    {
        var script = DemoTimeTests.Write(seed, now);
        var filed = script.Documents.ToDictionary(d => d.Key, d => d.Versions[0].At);
        var links = script
            .Posts.Select(p => (p.Space, p.At, p.Markdown))
            .Concat(script.Comments.Select(c => (script.Posts[c.Post - 1].Space, c.At, c.Markdown)))
            .SelectMany(text => Link().Matches(text.Markdown).Select(link => (text.Space, text.At, Key: link.Groups[1].Value)))
            .ToList();
        Assert.InRange(links.Count, 5, 12);
        Assert.All(links, link => Assert.True(filed[link.Key] < link.At && link.Key.StartsWith(link.Space + "/"), link.Key));
    }

    [Fact]
    public void Every_file_is_what_its_name_says()
    {
        foreach (var document in Script.Documents)
        {
            var bytes = DocumentBytes.Of(document.Name, document.Versions[^1].Text);
            var type = ContentType.Of(bytes, document.Name);
            Assert.True(type.Verdict == Verdict.Accepted && bytes.Length > 100, $"{document.Key}: {type.Sentence}");
            Assert.DoesNotContain('{', document.Versions[^1].Text);
        }
    }

    [Fact]
    public void A_printed_page_says_where_each_of_its_parts_begins()
    {
        var page = Encoding.Latin1.GetString(DocumentBytes.Of("a.pdf", "Heading\n\n33 dB(A) at -7 °C"));
        var table = int.Parse(Regex.Match(page, @"startxref\n(\d+)").Groups[1].Value);
        Assert.StartsWith("xref", page[table..]);
        foreach (var (entry, i) in Regex.Matches(page, @"(\d{10}) 00000 n").Select((entry, i) => (entry, i)))
            Assert.StartsWith($"{i + 1} 0 obj", page[int.Parse(entry.Groups[1].Value)..]);
        Assert.Contains(@"33 dB\(A\)", page);
    }

    [Theory, OnBoth]
    public async Task Each_of_the_cast_sees_the_documents_of_their_spaces_and_every_content_is_there(Engine engine)
    {
        var (office, _) = await demos.On(engine);
        var cast = await office.Get<App.Access.Demo>().Cast();
        var documents = office.Get<AllDocuments>();

        var guests = await documents.Page(new Viewer(cast.Single(c => c.Role == "Guest").Id), new());
        var employees = await documents.Page(new Viewer(cast.Single(c => c.Role == "Employee").Id), new());

        Assert.Equal(["Marienholm hospital"], guests.Select(row => row.Space).Distinct());
        Assert.Contains("Olsztyn plant", employees.Select(row => row.Space));
        Assert.DoesNotContain("Marienholm hospital", employees.Select(row => row.Space));
        Assert.DoesNotContain("Second site study", employees.Select(row => row.Space));
        var versions = await office.Store.Read(
            Viewer.Nobody,
            db => db.DocumentVersions.IgnoreQueryFilters([Sight.Name]).Select(v => new { v.BlobKey, v.Size }).ToListAsync()
        );
        Assert.Equal(Script.Documents.Sum(d => d.Versions.Count), versions.Count);
        foreach (var version in versions)
            Assert.Equal(version.Size, await office.Get<IBlobs>().Length(version.BlobKey));
    }

    [GeneratedRegex(@"\]\(document:([^)]+)\)")]
    private static partial Regex Link();
}
