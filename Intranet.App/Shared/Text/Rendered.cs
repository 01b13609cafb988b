namespace Intranet.App.Shared.Text;

/// <summary>A text made ready to be stored and shown: safe HTML, a short plain excerpt, and whom and what it names.</summary>
public sealed record Rendered(SafeHtml Html, string Excerpt, IReadOnlyList<MentionToken> Mentions, IReadOnlyList<string> Topics);
