using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Talk;

/// <summary>A comment or a question on a document. It names the version it was written at.</summary>
public sealed class Remark
{
    public const int Limit = 4_000;

    /// <summary>More is a discussion, which has a better place in the feed.</summary>
    public const int Most = 500;

    private Remark() { }

    internal Remark(Guid id, Node node, int number, Guid authorId, string text, bool asks, string clientKey, DateTimeOffset at)
    {
        (Id, NodeId, SpaceId, Number) = (id, node.Id, node.SpaceId, number);
        (AuthorId, Text, Asks, ClientKey, At) = (authorId, Within(text), asks, clientKey, at);
    }

    public Guid Id { get; private set; }
    public Guid NodeId { get; private set; }
    public Guid SpaceId { get; private set; }
    public int Number { get; private set; }
    public Guid AuthorId { get; private set; }

    /// <summary>As it was written, in Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether it is a question, which waits until somebody says that it is settled.</summary>
    public bool Asks { get; private set; }

    /// <summary>Unique per author, so that a retry says nothing twice.</summary>
    public string ClientKey { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? EditedAt { get; private set; }
    public Guid? SettledById { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }
    public Guid? RemovedById { get; private set; }

    public bool Removed => RemovedAt is not null;
    public bool Open => Asks && SettledAt is null;

    internal void Rewrite(string text, DateTimeOffset at) => (Text, EditedAt) = (Within(text), at);

    internal void Settle(Guid by, DateTimeOffset? at) => (SettledById, SettledAt) = (at is null ? null : by, at);

    internal void Remove(Guid by, DateTimeOffset at) => (RemovedById, RemovedAt) = (by, at);

    private static string Within(string? text) =>
        string.IsNullOrWhiteSpace(text) ? throw new Refusal("Write something first.")
        : text.Length > Limit ? throw new Refusal($"A comment has at most {Limit:N0} characters; this one has {text.Length:N0}.")
        : text;
}
