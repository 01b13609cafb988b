using System.Text;
using CsCheck;
using Intranet.Domain.Documents.Content;

namespace Intranet.Tests.Documents.Content;

public sealed class ContentTypeTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13];
    private static readonly byte[] Exe = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0];
    private static readonly byte[] Elf = [0x7f, .. "ELF"u8, 2, 1, 1, 0];
    private static readonly byte[] Page = [.. "  <!DOCTYPE html><script>alert(1)</script>"u8];
    private static readonly byte[] Drawing = [.. "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"a()\"/>"u8];

    [Fact]
    public void What_people_share_every_day_is_taken_as_what_it_is()
    {
        Taken(Png, "photo.png", ContentKind.Png);
        Taken("%PDF-1.7\n"u8, "report.PDF", ContentKind.Pdf);
        Taken("\ufeff  %PDF-1.7\n"u8, "begins late.pdf", ContentKind.Pdf);
        Taken("%PDF-1.7\n"u8, "no_extension", ContentKind.Pdf);
        Taken(Zip("[Content_Types].xml", "word/document.xml"), "plan.docx", ContentKind.Docx);
        Taken(Zip("[Content_Types].xml", "xl/workbook.xml"), "figures.xlsx", ContentKind.Xlsx);
        Taken(Zip("_rels/.rels", "ppt/presentation.xml"), "talk.pptx", ContentKind.Pptx);
        Taken(OpenDocument("application/vnd.oasis.opendocument.text"), "letter.odt", ContentKind.Odt);
        Taken(OpenDocument("application/vnd.oasis.opendocument.spreadsheet"), "sums.ods", ContentKind.Ods);
        Taken(OpenDocument("application/epub+zip"), "book.epub", ContentKind.Epub);
        Taken(Zip("a.txt"), "files.zip", ContentKind.Zip);
        Taken(Zip("[Content_Types].xml", "word/document.xml"), "really a letter.zip", ContentKind.Docx);
        Taken("{\\rtf1 Hello}"u8, "note.rtf", ContentKind.Rtf);
        Taken("name,team\nÖzge,Lab\n"u8, "people.csv", ContentKind.Csv);
        Taken("# Plan <b>now</b>"u8, "plan.md", ContentKind.Markdown);
        Taken("<script>this only speaks of it</script>"u8, "howto.md", ContentKind.Markdown);
        Taken("MZ are my initials, and this is a text"u8, "me.txt", ContentKind.Text);
        Taken("From: a@b.c\nSubject: x\n\nbody"u8, "mail.eml", ContentKind.Mail);
        Taken([0xff, 0xfe, .. Encoding.Unicode.GetBytes("wide")], "wide.txt", ContentKind.Text);
        Taken([0xff, 0xd8, 0xff, 0xe0], "a jpeg called.png", ContentKind.Jpeg);
    }

    [Fact]
    public void What_could_act_is_taken_and_only_downloaded()
    {
        Only_downloaded(Page, "page.html", "a browser could run");
        Only_downloaded(Drawing, "logo.svg", "a browser could run");
        Only_downloaded(Page, "no_extension", "a browser could run");
        Only_downloaded(Page, "export.xls", "it is a web page");
        Only_downloaded(Zip("word/document.xml", "word/vbaProject.bin"), "letter.docm", "macros");
        Only_downloaded(Zip("word/document.xml", "word/vbaProject.bin"), "letter.docx", "macros");
        Only_downloaded(Zip("word/document.xml"), "letter.docm", "macros");
        Only_downloaded(OpenDocument("application/vnd.oasis.opendocument.text", "Basic/script-lc.xml"), "letter.odt", "macros");
        Only_downloaded(Exe, "setup.exe", "a program");
        Only_downloaded(Elf, "no_extension", "a program");
        Only_downloaded("echo hello"u8, "run.bat", "a script");
        Only_downloaded("#!/bin/sh\nrm -r ."u8, "run", "a script");
        Only_downloaded(Zip("META-INF/MANIFEST.MF", "a/B.class"), "tool.jar", "a Java program");
    }

    [Fact]
    public void A_name_that_hides_something_else_is_found()
    {
        Not_taken(Exe, "invoice.pdf", "a PDF", "a program");
        Not_taken(Exe, "holiday.jpg", "a JPEG picture", "a program");
        Not_taken(Elf, "letter.docx", "a Word document", "a program");
        Not_taken(Page, "photo.png", "a PNG picture", "a web page");
        Not_taken(Drawing, "photo.png", "a PNG picture", "a drawing");
        Not_taken(Page, "report.pdf", "a PDF", "a web page");
        Not_taken(Exe, "invoice\u202efdp.pdf", "a PDF", "a program");
        Only_downloaded("%PDF-1.7"u8, "letter.docx", "it is a PDF");
        Only_downloaded("not a zip at all"u8, "letter.odt", "it may be damaged");
        Only_downloaded(Zip("a.txt"), "letter.docx", "it is a zip archive");
        Only_downloaded([0, 1, 2, 3], "photo.png", "not recognised");
        Only_downloaded([0, 1, 2, 3], "what.xyz", "not known");
        Only_downloaded([], "empty.docx", "empty");
    }

    [Fact]
    public void A_large_archive_is_known_by_its_end()
    {
        byte[] whole = Zip("word/document.xml", "word/vbaProject.bin");
        var head = whole.AsSpan(0, 40);
        Assert.Equal(ContentKind.Docx, ContentType.Of(head, "a.docx").Kind);
        Assert.Equal(ContentKind.Docm, ContentType.Of(head, whole, "a.docx").Kind);
    }

    [Fact]
    public void Whatever_bytes_and_name_come_there_is_a_verdict_with_a_sentence() =>
        Gen.Select(Heads(), Gen.Byte.Array[0, 300], Gen.OneOf([.. Extensions().Select(Gen.Const)]))
            .Sample(
                (start, rest, extension) =>
                {
                    var type = ContentType.Of([.. start, .. rest], rest, "name." + extension);
                    Assert.EndsWith(".", type.Sentence);
                    Assert.Equal(type.Verdict == Verdict.Accepted ? type.Kind.MediaType : "application/octet-stream", type.MediaType);
                    if (type.Verdict == Verdict.Accepted)
                        Assert.Equal(Nature.Still, type.Kind.Nature);
                }
            );

    private static void Taken(ReadOnlySpan<byte> head, string name, ContentKind kind)
    {
        var type = ContentType.Of(head, name);
        Assert.Equal((name, kind, Verdict.Accepted, kind.MediaType), (name, type.Kind, type.Verdict, type.MediaType));
    }

    private static void Only_downloaded(ReadOnlySpan<byte> head, string name, string because)
    {
        var type = ContentType.Of(head, name);
        Assert.Equal((name, Verdict.Neutralised, "application/octet-stream"), (name, type.Verdict, type.MediaType));
        Assert.Contains(because, type.Sentence);
    }

    private static void Not_taken(ReadOnlySpan<byte> head, string name, string told, string seen)
    {
        var type = ContentType.Of(head, name);
        Assert.Equal((name, Verdict.Refused), (name, type.Verdict));
        Assert.Contains($"called {told}", type.Sentence);
        Assert.Contains($"it is {seen}", type.Sentence);
    }

    private static Gen<byte[]> Heads() =>
        Gen.OneOf([
            .. new[]
            {
                Png,
                Exe,
                Elf,
                Page,
                Drawing,
                Zip("a"),
                [.. "%PDF-"u8],
                [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
                [],
            }.Select(Gen.Const),
        ]);

    private static IEnumerable<string> Extensions() =>
        typeof(ContentKind)
            .GetFields()
            .Select(field => field.GetValue(null))
            .OfType<ContentKind>()
            .SelectMany(kind => kind.Extensions.Split(' '))
            .Append("xyz");

    private static byte[] OpenDocument(string type, params string[] entries) =>
        Papers.Zip([("mimetype", type), .. entries.Select(e => (e, "x"))]);

    private static byte[] Zip(params string[] entries) => Papers.Zip([.. entries.Select(e => (e, "x"))]);
}
