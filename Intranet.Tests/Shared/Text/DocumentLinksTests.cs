using Intranet.App.Shared.Text;

namespace Intranet.Tests.Shared.Text;

public sealed class DocumentLinksTests
{
    private static readonly Guid Id = Guid.Parse("0190a5b4-1111-7222-8333-444455556666");

    [Theory]
    [InlineData("[plan](/documents/{0})")]
    [InlineData("[plan](/documents/{0}/3)")]
    [InlineData("[plan](/documents/{0}#talk-head)")]
    [InlineData("[plan](/files/documents/{0}/3)")]
    [InlineData("https://intranet.example/documents/{0} is the plan")]
    public void Every_way_a_text_leads_to_a_document_is_found(string text) => Assert.Equal([Id], In(text));

    [Theory]
    [InlineData("/documents/{0} is no link")]
    [InlineData("`[plan](/documents/{0})`")]
    [InlineData("[all](/documents/{0}0)")]
    [InlineData("[all](/documents)")]
    [InlineData("[it](https://example.com/elsewhere/documents/{0})")]
    [InlineData("[it](/spaces/{0}/documents/{0})")]
    public void What_only_looks_like_it_is_not(string text) => Assert.Empty(In(text));

    [Fact]
    public void Each_counts_once_and_so_many_at_most()
    {
        Assert.Equal([Id], In("[a](/documents/{0}) [b](/documents/{0})"));
        var many = string.Join(' ', Enumerable.Range(0, DocumentLinks.Most + 5).Select(_ => $"[a](/documents/{Guid.NewGuid()})"));
        Assert.Equal(DocumentLinks.Most, In(many).Count);
    }

    private static IReadOnlyList<Guid> In(string text) =>
        DocumentLinks.In(new Markdown().Render(text.Replace("{0}", $"{Id}", StringComparison.Ordinal)).Html.Value);
}
