using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds;

/// <summary>The one thing opened on demand in a feed: a menu, a picker, an editor. At most one at a time, so that items at rest cost nothing.</summary>
public sealed record Touch(TouchKind Kind, Guid PostId, Guid? CommentId = null)
{
    public PostChoices Choices { get; init; }
    public string? Title { get; init; }
    public string Text { get; init; } = "";
    public IReadOnlyList<Revision> History { get; init; } = [];
    public IReadOnlyList<SpaceChoice> Spaces { get; init; } = [];
    public string? Refused { get; init; }

    public Guid Thing => CommentId ?? PostId;

    /// <summary>Whether what is open is still this; its texts may be others.</summary>
    public bool Is(Touch? open) => open?.Kind == Kind && open.Thing == Thing;
}

public enum TouchKind
{
    Menu,
    Picker,
    Edit,
    Reply,
    History,
    Share,
}

/// <summary>What a person may do with one post or answer, by the same predicates that rule the acts.</summary>
public readonly record struct PostChoices(bool Edit, bool Remove, bool Pin, bool History);

/// <summary>A space one may write in.</summary>
public sealed record SpaceChoice(Guid Id, string Name, bool Moderates);
