namespace Intranet.App.Documents.Content;

/// <summary>The text of a document; where there is none, or not all of it, <paramref name="Because"/> says why in a sentence.</summary>
public sealed record Extract(string Text, string? Because = null)
{
    public static Extract None(string because) => new("", because);
}
