namespace Intranet.Domain.Documents;

/// <summary>The text of a document as it was last read, by which it is found again.</summary>
public sealed class DocumentText
{
    /// <summary>What stands between its pages, where it has pages.</summary>
    public const char PageBreak = '\f';

    private DocumentText() { }

    public DocumentText(Guid nodeId, Guid spaceId, string text)
    {
        (NodeId, SpaceId) = (nodeId, spaceId);
        Become(text);
    }

    public Guid NodeId { get; private set; }
    public Guid SpaceId { get; private set; }
    public string Text { get; private set; } = "";

    public void Become(string text) => Text = text;
}
