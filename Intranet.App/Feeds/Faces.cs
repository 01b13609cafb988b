using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds;

/// <summary>The pictures and words of people and reactions in a feed.</summary>
internal static class Faces
{
    public static readonly ReactionKind[] Reactions = Enum.GetValues<ReactionKind>();

    /// <summary>The address of a person's picture; null when it is drawn.</summary>
    public static string? Of(Author author) => AvatarAddress.Of(author.Id, author.AvatarKey);

    public static SafeHtml Draw(Author author, int size) => AvatarDrawing.Of(author.Id, author.Name, Of(author), size);

    public static string Of(ReactionKind kind) =>
        kind switch
        {
            ReactionKind.Like => "like",
            ReactionKind.Thanks => "thanks",
            ReactionKind.Celebrate => "celebrate",
            ReactionKind.Insightful => "idea",
            ReactionKind.Care => "heart",
        };

    public static string Name(ReactionKind kind) =>
        kind switch
        {
            ReactionKind.Like => "Like",
            ReactionKind.Thanks => "Thanks",
            ReactionKind.Celebrate => "Celebrate",
            ReactionKind.Insightful => "Insightful",
            ReactionKind.Care => "Care",
        };
}
