using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Feeds;

/// <summary>Something said to a space.</summary>
public sealed class Post
{
    public const int TitleLimit = 200;

    private Post() { }

    internal Post(Guid id, Guid spaceId, Guid authorId, PostKind kind, string? title, Body body, string clientKey, DateTimeOffset at)
    {
        Id = id;
        SpaceId = spaceId;
        AuthorId = authorId;
        Kind = kind;
        Title = Within(title);
        Body = body;
        ClientKey = clientKey;
        At = at;
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid AuthorId { get; private set; }
    public PostKind Kind { get; private set; }
    public string? Title { get; private set; }
    public Body Body { get; private set; } = null!;
    public DateTimeOffset At { get; private set; }

    /// <summary>Chosen by the author's client; unique per author, so that a retry makes no second post.</summary>
    public string ClientKey { get; private set; } = "";
    public DateTimeOffset? EditedAt { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }
    public Guid? RemovedById { get; private set; }
    public DateTimeOffset? PinnedAt { get; private set; }
    public Guid? AcceptedCommentId { get; private set; }
    public DateTimeOffset? PollEndsAt { get; init; }

    /// <summary>The post this one passes on from another space.</summary>
    public Guid? SharedPostId { get; init; }

    /// <summary>Answers that are not removed. Counted by the database, so that two answers at once make two.</summary>
    public int CommentCount { get; private set; }
    public string? Source { get; init; }
    public string? ExternalId { get; init; }

    public Space Space { get; private set; } = null!;

    public bool Removed => RemovedAt is not null;

    public static string? Within(string? title)
    {
        title = OneLine.Of(title) is { Length: > 0 } line ? line : null;
        return title is null || title.Length <= TitleLimit ? title : throw new Refusal($"A title has at most {TitleLimit} characters.");
    }

    /// <summary>A post that was said before or elsewhere. For imports and the demo, which tell a history and act for nobody.</summary>
    public static Post TakenOver(
        Guid id,
        Guid spaceId,
        Guid authorId,
        PostKind kind,
        string? title,
        Body body,
        DateTimeOffset at,
        Origin origin = default,
        int comments = 0,
        bool pinned = false,
        Guid? accepted = null
    ) =>
        new(id, spaceId, authorId, kind, title, body, $"taken-{id:N}", at)
        {
            Source = origin.Source,
            ExternalId = origin.ExternalId,
            CommentCount = comments,
            PinnedAt = pinned ? at : null,
            AcceptedCommentId = accepted,
        };

    internal void Rewrite(string? title, Body body, DateTimeOffset at)
    {
        Title = Within(title);
        Body = body;
        EditedAt = at;
    }

    /// <summary>Takes the same words as rendered by newer rules; not an edit.</summary>
    public void RenderAgain(Body body) => Body = body;

    internal void Remove(Guid by, DateTimeOffset at)
    {
        RemovedAt = at;
        RemovedById = by;
    }

    internal void Restore()
    {
        RemovedAt = null;
        RemovedById = null;
    }

    internal void Pin(DateTimeOffset? at) => PinnedAt = at;

    internal void Accept(Guid? commentId) => AcceptedCommentId = commentId;
}

/// <summary>Where something was taken over from, and what it was called there.</summary>
public readonly record struct Origin(string? Source, string? ExternalId);
