using System.Globalization;
using System.Text;
using System.Xml;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>The parts of an Excel workbook: row by row, cells between tabs.</summary>
internal static class Sheets
{
    public static void Names(Source source, Stream part)
    {
        using var _ = part;
        foreach (var xml in source.Walk(part).Where(x => x is { NodeType: XmlNodeType.Element, LocalName: "sheet" }))
        {
            source.Text.Append(xml.GetAttribute("name") ?? "");
            source.Text.EndLine();
        }
    }

    /// <summary>Strings that cells refer to by number; how a name is pronounced (rPh) is not part of it.</summary>
    public static void SharedStrings(Source source, Stream part, List<string> shared)
    {
        using var _ = part;
        var (text, inText, aside) = (new StringBuilder(), false, false);
        foreach (var xml in source.Walk(part))
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "rPh"):
                    aside = !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "rPh"):
                    aside = false;
                    break;
                case (XmlNodeType.Element, "t"):
                    inText = !xml.IsEmptyElement && !aside;
                    break;
                case (XmlNodeType.EndElement, "t"):
                    inText = false;
                    break;
                case (XmlNodeType.Element, "si") when xml.IsEmptyElement:
                case (XmlNodeType.EndElement, "si"):
                    shared.Add(text.ToString());
                    text.Clear();
                    break;
                case (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA, _) when inText:
                    text.Append(xml.Value);
                    break;
            }
        }
    }

    public static void Cells(Source source, Stream part, List<string> shared)
    {
        using var _ = part;
        var (isShared, inValue) = (false, false);
        foreach (var xml in source.Walk(part))
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "c"):
                    isShared = xml.GetAttribute("t") == "s";
                    break;
                case (XmlNodeType.Element, "v" or "t"):
                    inValue = !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "v" or "t"):
                    inValue = false;
                    break;
                case (XmlNodeType.EndElement, "c"):
                    source.Text.EndCell();
                    break;
                case (XmlNodeType.EndElement, "row"):
                    source.Text.EndLine();
                    break;
                case (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA, _) when inValue:
                    source.Text.Append(isShared ? Shared(shared, xml.Value) : xml.Value);
                    break;
            }
        }
        source.Text.EndLine();
    }

    private static string Shared(List<string> shared, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "";
}
