using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;

namespace Intranet.App.Admin.Demo;

/// <summary>A post while the story is being told, before ids are given.</summary>
internal sealed class DraftPost(CastSpace space, PostKind kind, CastPerson author, DateTimeOffset at)
{
    public CastSpace Space { get; } = space;
    public PostKind Kind { get; } = kind;
    public CastPerson Author { get; } = author;
    public DateTimeOffset At { get; } = at;
    public Channel Channel { get; init; }
    public string? Title { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<(string Text, double Weight)> Options { get; init; } = [];
    public bool Pinned { get; init; }
    public bool Serial { get; init; }
    public List<DraftComment> Comments { get; } = [];
}

/// <summary>A comment while the story is being told.</summary>
internal sealed class DraftComment(CastPerson author, DateTimeOffset at, Channel channel, string text, DraftComment? parent, bool accepted)
{
    public CastPerson Author { get; } = author;
    public DateTimeOffset At { get; } = at;
    public Channel Channel { get; } = channel;
    public string Text { get; } = text;
    public DraftComment? Parent { get; } = parent;
    public bool Accepted { get; } = accepted;
}
