using System.Globalization;
using System.Xml;
using Intranet.Domain.Access;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>Word, Excel and PowerPoint documents (ECMA-376): the parts that hold text, found by the types the package declares for them.</summary>
internal static class OpenXmlParts
{
    private static readonly StringComparer Numbered = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    public static void Word(Source source) =>
        Read(
            source,
            ["document.main+xml", "footnotes+xml", "endnotes+xml", "comments+xml", "header+xml", "footer+xml", "chart+xml"],
            Paragraphs
        );

    public static void Slides(Source source) =>
        Read(source, ["slide+xml", "notesSlide+xml", "diagramData+xml", "chart+xml", "comments+xml"], Paragraphs);

    public static void Workbook(Source source)
    {
        using var package = new Package(source);
        var types = Types(source, package);
        var shared = new List<string>();
        foreach (var part in Parts(types, "sharedStrings+xml"))
            Sheets.SharedStrings(source, package.Open(part), shared);
        foreach (var part in Parts(types, "sheet.main+xml", "macroEnabled.main+xml"))
            Sheets.Names(source, package.Open(part));
        foreach (var part in Parts(types, "worksheet+xml"))
            Sheets.Cells(source, package.Open(part), shared);
        foreach (var part in Parts(types, "spreadsheetml.comments+xml", "drawing+xml", "chart+xml"))
            Paragraphs(source, package.Open(part));
    }

    private static void Read(Source source, string[] wanted, Action<Source, Stream> read)
    {
        using var package = new Package(source);
        var types = Types(source, package);
        foreach (var type in wanted)
        foreach (var part in Parts(types, type))
            read(source, package.Open(part));
    }

    /// <summary>The text elements of all three languages are called t. What stands a second time, for older programs or to be pronounced, is left out.</summary>
    private static void Paragraphs(Source source, Stream part)
    {
        using var _ = part;
        var (inText, again) = (false, int.MaxValue);
        foreach (var xml in source.Walk(part))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback" or "rt" or "rPh", IsEmptyElement: false })
                again = Math.Min(again, xml.Depth);
            else if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == again)
                again = int.MaxValue;
            if (xml.Depth >= again)
                continue;
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "t" or "v"):
                    inText = !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "t"):
                    inText = false;
                    break;
                case (XmlNodeType.EndElement, "v"):
                    inText = false;
                    source.Text.EndCell();
                    break;
                case (XmlNodeType.Element, "tab"):
                case (XmlNodeType.EndElement, "tc"):
                    source.Text.EndCell();
                    break;
                case (XmlNodeType.Element, "br" or "cr"):
                case (XmlNodeType.EndElement, "p"):
                    source.Text.EndLine();
                    break;
                case (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA, _) when inText:
                    source.Text.Append(xml.Value);
                    break;
            }
        }
        source.Text.EndLine();
    }

    private static IEnumerable<string> Parts(IEnumerable<(string Part, string Type)> types, params string[] ends) =>
        types.Where(t => Array.Exists(ends, t.Type.EndsWith)).Select(t => t.Part).Order(Numbered);

    private static List<(string Part, string Type)> Types(Source source, Package package)
    {
        using var xml = package.Open("[Content_Types].xml");
        if (xml == Stream.Null)
            throw new Refusal(TextOf.Damaged);
        return
        [
            .. source
                .Walk(xml)
                .Where(x => x is { NodeType: XmlNodeType.Element, LocalName: "Override" })
                .Select(x => ((x.GetAttribute("PartName") ?? "").TrimStart('/'), x.GetAttribute("ContentType") ?? "")),
        ];
    }
}
