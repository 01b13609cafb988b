namespace Intranet.Domain.Feeds;

/// <summary>An answer under a post, or under another answer; two levels, no deeper.</summary>
public sealed class Comment
{
    private Comment() { }

    internal Comment(Guid id, Post post, Comment? parent, Guid authorId, Body body, string clientKey, DateTimeOffset at)
    {
        Id = id;
        PostId = post.Id;
        SpaceId = post.SpaceId;
        ParentId = parent?.ParentId ?? parent?.Id;
        AuthorId = authorId;
        Body = body;
        ClientKey = clientKey;
        At = at;
    }

    public Guid Id { get; private set; }
    public Guid PostId { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid? ParentId { get; private set; }
    public Guid AuthorId { get; private set; }
    public Body Body { get; private set; } = null!;
    public DateTimeOffset At { get; private set; }
    public string ClientKey { get; private set; } = "";
    public DateTimeOffset? EditedAt { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }
    public Guid? RemovedById { get; private set; }
    public string? ExternalId { get; init; }

    public bool Removed => RemovedAt is not null;

    /// <summary>An answer that was given before or elsewhere. For imports and the demo, which tell a history and act for nobody.</summary>
    public static Comment TakenOver(
        Guid id,
        Guid postId,
        Guid spaceId,
        Guid? parentId,
        Guid authorId,
        Body body,
        DateTimeOffset at,
        string? externalId = null
    ) =>
        new()
        {
            Id = id,
            PostId = postId,
            SpaceId = spaceId,
            ParentId = parentId,
            AuthorId = authorId,
            Body = body,
            ClientKey = $"taken-{id:N}",
            At = at,
            ExternalId = externalId,
        };

    internal void Rewrite(Body body, DateTimeOffset at)
    {
        Body = body;
        EditedAt = at;
    }

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
}
