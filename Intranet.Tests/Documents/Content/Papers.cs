using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Intranet.Tests.Documents.Content;

/// <summary>Small documents made here, each no more than what makes its program open it.</summary>
internal static class Papers
{
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    public static byte[] Zip(params (string Name, string Content)[] entries) =>
        Zip([.. entries.Select(e => (e.Name, Encoding.UTF8.GetBytes(e.Content)))]);

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                var packed = name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest;
                using var entry = zip.CreateEntry(name, packed).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    public static byte[] Word(string body) =>
        Zip(
            TypesOf(("word/document.xml", "wordprocessingml.document.main+xml"), ("word/footer1.xml", "wordprocessingml.footer+xml")),
            ("word/document.xml", $"<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"),
            ("word/footer1.xml", "<w:ftr xmlns:w=\"w\"><w:p><w:r><w:t>At the foot</w:t></w:r></w:p></w:ftr>")
        );

    public static byte[] Workbook() =>
        Zip(
            TypesOf(
                ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
                ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings+xml"),
                ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet+xml")
            ),
            ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Budget\"/></sheets></workbook>"),
            ("xl/sharedStrings.xml", "<sst><si><t>Rent</t></si><si><r><t>Hea</t></r><r><t>ting</t></r><rPh><t>aside</t></rPh></si></sst>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c><v>12.5</v></c></row>"
                    + "<row><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>inline</t></is></c><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>"
            )
        );

    public static byte[] Slides() =>
        Zip(
            TypesOf(
                ("ppt/slides/slide10.xml", "presentationml.slide+xml"),
                ("ppt/slides/slide2.xml", "presentationml.slide+xml"),
                ("ppt/notesSlides/notesSlide1.xml", "presentationml.notesSlide+xml")
            ),
            ("ppt/slides/slide10.xml", "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>The tenth</a:t></a:r></a:p></p:sld>"),
            ("ppt/slides/slide2.xml", "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>The second</a:t></a:r></a:p></p:sld>"),
            (
                "ppt/notesSlides/notesSlide1.xml",
                "<p:notes xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>Speak slowly</a:t></a:r></a:p></p:notes>"
            )
        );

    public static byte[] OpenDocument(string body)
    {
        const string names =
            "xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
        const string manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
        const string type = "application/vnd.oasis.opendocument.text";
        return Zip(
            ("mimetype", type),
            (
                "content.xml",
                $"<o:document-content {names} o:version=\"1.2\"><o:scripts/>"
                    + $"<o:body><o:text>{body}</o:text></o:body></o:document-content>"
            ),
            (
                "styles.xml",
                $"<o:document-styles {names} xmlns:s=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" o:version=\"1.2\"><o:master-styles>"
                    + "<s:master-page s:name=\"Standard\"><s:footer><t:p>At the foot</t:p></s:footer></s:master-page>"
                    + "</o:master-styles></o:document-styles>"
            ),
            (
                "META-INF/manifest.xml",
                $"<m:manifest xmlns:m=\"{manifest}\" m:version=\"1.2\"><m:file-entry m:full-path=\"/\" m:media-type=\"{type}\"/>"
                    + "<m:file-entry m:full-path=\"content.xml\" m:media-type=\"text/xml\"/></m:manifest>"
            )
        );
    }

    public static byte[] Book(string chapter) =>
        Zip(
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"in/book.opf\"/></rootfiles></container>"),
            (
                "in/book.opf",
                "<package><manifest><item id=\"b\" href=\"b.xhtml\"/><item id=\"a\" href=\"a.xhtml\"/></manifest>"
                    + "<spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"
            ),
            ("in/a.xhtml", chapter),
            ("in/b.xhtml", "<html><body><p>The end</p></body></html>")
        );

    public static byte[] Pdf(params string[] pages)
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in pages)
            pdf.AddPage(PageSize.A4).AddText(text, 12, new PdfPoint(50, 700), font);
        return pdf.Build();
    }

    /// <summary>A page of each colour.</summary>
    public static byte[] Pdf(params (byte Red, byte Green, byte Blue)[] pages)
    {
        var pdf = new PdfDocumentBuilder();
        foreach (var (red, green, blue) in pages)
        {
            var page = pdf.AddPage(PageSize.A4);
            page.SetTextAndFillColor(red, green, blue);
            page.DrawRectangle(new PdfPoint(0, 0), 595, 842, fill: true);
        }
        return pdf.Build();
    }

    /// <summary>A letter as Word keeps it, all its lines on red.</summary>
    public static byte[] RedLetter()
    {
        const string main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        const string package = "http://schemas.openxmlformats.org/package/2006/";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        var line = "<w:p><w:pPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FF0000\"/></w:pPr><w:r><w:t>Red</w:t></w:r></w:p>";
        return Zip(
            (
                "[Content_Types].xml",
                $"<Types xmlns=\"{Types}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + $"<Override PartName=\"/word/document.xml\" ContentType=\"{OpenXml}wordprocessingml.document.main+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                $"<Relationships xmlns=\"{package}relationships\"><Relationship Id=\"a\" Type=\"{office}\" Target=\"word/document.xml\"/></Relationships>"
            ),
            (
                "word/document.xml",
                $"<w:document xmlns:w=\"{main}\"><w:body>{string.Concat(Enumerable.Repeat(line, 60))}</w:body></w:document>"
            )
        );
    }

    private static (string, string) TypesOf(params (string Part, string Type)[] parts) =>
        (
            "[Content_Types].xml",
            $"<Types xmlns=\"{Types}\">"
                + string.Concat(parts.Select(p => $"<Override PartName=\"/{p.Part}\" ContentType=\"{OpenXml}{p.Type}\"/>"))
                + "</Types>"
        );
}
