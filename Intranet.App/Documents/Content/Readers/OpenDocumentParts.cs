using System.Xml;
using Intranet.Domain.Access;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>OpenDocument texts, spreadsheets, presentations and drawings (ISO 26300).</summary>
internal static class OpenDocumentParts
{
    public static void Read(Source source)
    {
        using var package = new Package(source);
        using (var manifest = package.Open("META-INF/manifest.xml"))
            if (source.Walk(manifest).Any(x => x.LocalName == "encryption-data"))
                throw new Refusal(Package.Protected);
        using var content = package.Open("content.xml");
        if (content == Stream.Null)
            throw new Refusal(TextOf.Damaged);
        Body(source, content, "body");
        using var styles = package.Open("styles.xml");
        Body(source, styles, "master-styles");
    }

    private static void Body(Source source, Stream part, string within)
    {
        if (part == Stream.Null)
            return;
        var (inside, paragraphs, aside) = (false, 0, int.MaxValue);
        foreach (var xml in source.Walk(part))
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == aside)
                aside = int.MaxValue;
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "tracked-changes" or "forms", IsEmptyElement: false })
                aside = Math.Min(aside, xml.Depth);
            if (xml.LocalName == within && xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                inside = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (!inside || xml.Depth >= aside)
                continue;
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "p" or "h") when !xml.IsEmptyElement:
                    paragraphs++;
                    break;
                case (XmlNodeType.EndElement, "p" or "h"):
                    paragraphs--;
                    source.Text.EndLine();
                    break;
                case (XmlNodeType.Element, "s"):
                    source.Text.Append(" ");
                    break;
                case (XmlNodeType.Element, "tab"):
                    source.Text.EndCell();
                    break;
                case (XmlNodeType.Element, "line-break"):
                    source.Text.EndLine();
                    break;
                case (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA, _)
                    when paragraphs > 0:
                    source.Text.Flow(xml.Value);
                    break;
            }
        }
        source.Text.EndLine();
    }
}
