using System.Text.RegularExpressions;
using Bunit;
using Intranet.App.Shared.Text;
using Intranet.Tests.House;

namespace Intranet.Tests.Shared.Text;

public sealed partial class RichTextTests : BunitContext
{
    [Fact]
    public void It_shows_the_stored_html_and_lets_each_text_choose_its_direction()
    {
        var html = new Markdown().Render("**a**").Html;
        Render<RichText>(p => p.Add(r => r.Html, html).Add(r => r.Class, "fold"))
            .MarkupMatches("<div class=\"prose fold\" dir=\"auto\"><p><strong>a</strong></p></div>");
    }

    [Fact]
    public void Only_columns_of_rendered_html_are_taken_for_safe()
    {
        var calls = RepositoryFiles("Intranet.App", ".cs", ".razor").SelectMany(file => FromStore().Matches(File.ReadAllText(file)));
        Assert.All(calls, call => Assert.EndsWith("Html", call.Groups["column"].Value));
    }

    [GeneratedRegex(@"SafeHtml\.FromStore\((?<column>[^()]*)\)")]
    private static partial Regex FromStore();

    private static IEnumerable<string> RepositoryFiles(string folder, params string[] endings) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => endings.Contains(Path.GetExtension(file)) && !file.Contains("/obj/", StringComparison.Ordinal));

    [Fact]
    public void Nothing_stored_shows_an_empty_text() =>
        Render<RichText>(p => p.Add(r => r.Html, default)).MarkupMatches("<div class=\"prose\" dir=\"auto\"></div>");
}
