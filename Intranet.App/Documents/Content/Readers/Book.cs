using System.Xml;
using Intranet.Domain.Access;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>E-books (EPUB 3): the chapters in the order of the spine.</summary>
internal static class Book
{
    public static void Read(Source source)
    {
        using var package = new Package(source);
        using var container = package.Open("META-INF/container.xml");
        var root = source.Walk(container).Where(x => x.LocalName == "rootfile").Select(x => x.GetAttribute("full-path")).FirstOrDefault();
        using var opf = package.Open(root ?? "");
        var (chapters, order) = (new Dictionary<string, string>(), new List<string>());
        foreach (var xml in source.Walk(opf).Where(x => x.NodeType == XmlNodeType.Element))
        {
            if (xml.LocalName == "item")
                chapters[xml.GetAttribute("id") ?? ""] = xml.GetAttribute("href") ?? "";
            else if (xml.LocalName == "itemref")
                order.Add(xml.GetAttribute("idref") ?? "");
        }
        if (order.Count == 0)
            throw new Refusal(TextOf.Damaged);
        var folder = root!.Contains('/') ? root[..(root.LastIndexOf('/') + 1)] : "";
        foreach (var chapter in order.Distinct().Select(id => chapters.GetValueOrDefault(id)).OfType<string>())
        {
            using var page = package.Open(folder + chapter);
            using var bytes = new MemoryStream();
            page.CopyTo(bytes);
            Pages.Append(source, bytes.ToArray());
        }
    }
}
