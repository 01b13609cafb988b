using Intranet.App.Shared;
using Intranet.App.Shared.Text;

namespace Intranet.App.Search;

/// <summary>A post or comment as it is read for an answer.</summary>
internal sealed record TextRow(Guid Id, Guid PostId, string? Title, string Html, DateTimeOffset At, string Space, string Author)
{
    public Hit Hit(IReadOnlyList<string> words)
    {
        var said = Snippet.Around(PlainText.OfHtml(Html), words);
        return Id == PostId
            ? new Hit(HitKind.Post, Id, Title ?? $"Post by {Author}", $"{Author} in {Space}", $"/posts/{Id}") { Said = said, At = At }
            : new Hit(HitKind.Comment, Id, $"Comment on {Title ?? "a post"}", $"{Author} in {Space}", Addresses.Comment(PostId, Id))
            {
                Said = said,
                At = At,
            };
    }
}
