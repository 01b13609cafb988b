using Intranet.App.Shared.Text;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>What is shown of a document without downloading it.</summary>
public abstract record Preview
{
    /// <summary>Drawn anew, so nothing but pixels is served.</summary>
    public sealed record Drawn(int Width, int Height) : Preview;

    /// <summary>A PDF for the browser's own viewer, in a sandbox: the document itself, or the file it was printed to.</summary>
    public sealed record Paper(string? PrintedTo) : Preview;

    /// <summary>Sound or film for the browser's own player.</summary>
    public sealed record Played(string MediaType) : Preview;

    /// <summary>Text with its markup made safe.</summary>
    public sealed record Written(SafeHtml Html) : Preview;

    /// <summary>The first rows and columns of a table.</summary>
    public sealed record Rows(IReadOnlyList<string[]> Cells, bool IsCut) : Preview;

    /// <summary>Text as it is; <paramref name="Because"/> says why it is all there is to see.</summary>
    public sealed record Plain(string Text, string? Because) : Preview;

    /// <summary>Nothing can be shown, and why.</summary>
    public sealed record Nothing(string Because) : Preview;
}
