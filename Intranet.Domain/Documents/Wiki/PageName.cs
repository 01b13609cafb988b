using Intranet.Domain.Access;
using Intranet.Domain.Documents.Content;

namespace Intranet.Domain.Documents.Wiki;

/// <summary>A page is a document of the tree whose text people write here; it is known by the ending of its name.</summary>
public static class PageName
{
    public const string Ending = ".md";
    public const int TitleLimit = 120;

    public static bool Is(string name) => name.Length > Ending.Length && name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>What people call it: the name without its ending.</summary>
    public static string TitleOf(string name) => Is(name) ? name[..^Ending.Length] : name;

    public static string NameOf(string? title)
    {
        var line = OneLine.Of(title);
        if (line.Length == 0)
            throw new Refusal("Give the page a title.");
        if (line.Length > TitleLimit)
            throw new Refusal($"A title has at most {TitleLimit} characters.");
        return FileName.Clean(Is(line) ? line : line + Ending);
    }

    extension(Node node)
    {
        public bool IsPage => node.Kind == NodeKind.Document && Is(node.Name);
    }
}
