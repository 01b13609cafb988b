namespace Intranet.Domain.Documents.Wiki;

/// <summary>What somebody wrote into a page and has not saved; it waits for them alone.</summary>
public sealed class PageDraft(Guid nodeId, Guid personId, Guid spaceId)
{
    public Guid NodeId { get; private set; } = nodeId;
    public Guid PersonId { get; private set; } = personId;
    public Guid SpaceId { get; private set; } = spaceId;

    /// <summary>The version it was begun from; what others saved since is merged into it.</summary>
    public int Number { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Under which it will be saved; it waits with the text, so that a text is saved once.</summary>
    public string ClientKey { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public void Become(int number, string text, string clientKey, DateTimeOffset at) =>
        (Number, Text, ClientKey, At) = (number, text, clientKey, at);
}
