using System.Text;
using Intranet.App.Documents.Content;
using Intranet.App.Documents.Content.Readers;

namespace Intranet.Tests.Documents.Content;

public sealed class TextOfTests
{
    [Fact]
    public void Office_documents_give_their_text_in_reading_order()
    {
        Says(
            Papers.Word(
                "<w:p><w:r><w:t>Hello</w:t></w:r><w:r><w:t xml:space=\"preserve\"> there</w:t></w:r></w:p><w:p><w:r><w:t>Again</w:t></w:r></w:p>"
            ),
            "a.docx",
            "Hello there\nAgain\nAt the foot"
        );
        Says(
            Papers.Word("<w:p><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></w:p>"),
            "a.docx",
            "box\nAt the foot"
        );
        Says(
            Papers.Word(
                "<w:tbl><w:tr><w:tc><w:p><w:t>1</w:t></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:instrText>CMD</w:instrText></w:r></w:p>"
            ),
            "a.docx",
            "1\nAt the foot"
        );
        Says(Papers.Workbook(), "a.xlsx", "Budget\nRent\t12.5\nHeating\tinline");
        Says(Papers.Slides(), "a.pptx", "The second\nThe tenth\nSpeak slowly");
        Says(
            Papers.OpenDocument("<t:h>Title</t:h><t:p>One<t:s/>two<t:line-break/>three</t:p>"),
            "a.odt",
            "Title\nOne two\nthree\nAt the foot"
        );
    }

    [Fact]
    public void Pages_books_papers_and_mails_give_what_a_reader_would_see()
    {
        Says(
            "<html><head><title>News</title><style>p{}</style></head><body><p>One <b>bold</b>\n word</p><script>no</script><ul><li>a<li>b</ul>"u8,
            "a.html",
            "News\nOne bold word\na\nb"
        );
        Says(Papers.Book("<html><body><h1>Chapter</h1></body></html>"), "a.epub", "Chapter\nThe end");
        Says(Papers.Pdf("The first page", "The second page"), "a.pdf", "The first page\n\fThe second page");
        Says(
            "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}}Gr\\'fc\\'dfe \\u8364?\\par{\\f1\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}{\\*\\hidden no}}"u8,
            "a.rtf",
            "Grüße €\nПривет"
        );
        Says(
            "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nFrom: Ada <ada@example.org>\r\nTo: Ben <ben@example.org>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>See <i>you</i></p>"u8,
            "a.eml",
            "Grüße\n\"Ada\" <ada@example.org>\n\"Ben\" <ben@example.org>\nSee you"
        );
        Says("<svg xmlns=\"http://www.w3.org/2000/svg\"><style>x</style><text>Drawn</text></svg>"u8, "a.svg", "Drawn");
        Says(Papers.Zip(("folder/one.txt", "1"), ("übung.txt", "2")), "a.zip", "folder/one.txt\nübung.txt");
        Says("# Plan\n\n| a | b |\n"u8, "a.md", "# Plan\n\n| a | b |");
    }

    [Theory]
    [InlineData(65001, "Grüße aus Köln — schön, daß es „geht“.")]
    [InlineData(1252, "Grüße aus Köln – schön, daß es „geht“. Ça va déjà être très bien.")]
    [InlineData(1200, "Grüße aus Köln")]
    [InlineData(1201, "Grüße aus Köln")]
    [InlineData(932, "これは日本語の文章です。会議の予定を確認してください。")]
    [InlineData(51932, "これは日本語の文章です。会議の予定を確認してください。")]
    [InlineData(936, "这是一个中文文件，请在会议之前阅读并确认下周的工作计划。")]
    [InlineData(950, "這是一個中文文件，請在會議之前閱讀並確認下週的工作計畫。")]
    [InlineData(949, "이것은 한국어 문서입니다. 회의 전에 읽어 주세요.")]
    [InlineData(1251, "Это русский текст. Прочитайте его, пожалуйста, до совещания.")]
    [InlineData(1256, "هذا نص عربي يرجى قراءته قبل الاجتماع في الأسبوع المقبل")]
    public void Texts_are_read_in_the_encoding_they_were_written_in(int page, string text)
    {
        var encoding = page is 65001 or 1200 or 1201 ? Encoding.GetEncoding(page) : Charset.Page(page);
        Says(encoding.GetBytes(text), "a.txt", text);
    }

    [Fact]
    public void A_byte_order_mark_settles_it() => Says([0xff, 0xfe, .. Encoding.Unicode.GetBytes("مرحبا")], "a.txt", "مرحبا");

    [Fact]
    public void What_has_no_text_says_why()
    {
        Because([0x89, .. "PNG\r\n\u001a\n"u8], "a.png", "It is a PNG picture; no text is read from files of this kind.");
        Because(Papers.Zip(("word/document.xml", "")), "a.docx", TextOf.Damaged);
        Because("%PDF-1.4 and then nothing"u8, "a.pdf", TextOf.Damaged);
        Because(Papers.Pdf(" "), "a.pdf", TextOf.Silent);
        Because([], "a.txt", "It is empty.");
        Because(
            [.. "MZ"u8, 0, 0],
            "a.pdf",
            "This file is called a PDF, but it is a program. It was not taken. Give it its true name if that is what you mean."
        );
    }

    [Fact]
    public void A_long_text_ends_early_and_says_so()
    {
        var extract = Read(Encoding.UTF8.GetBytes(new string('ä', 3000)), "a.txt", new() { Characters = 1000 });
        Assert.Equal((1000, TextOf.Longer), (extract.Text.Length, extract.Because));
        extract = Read(Papers.Pdf("one", "two", "three"), "a.pdf", new() { Pages = 2 });
        Assert.Equal(("one\n\ftwo", TextOf.Longer), (extract.Text, extract.Because));
    }

    private static void Says(ReadOnlySpan<byte> file, string name, string text) =>
        Assert.Equal((text, null), Pair(Read(file.ToArray(), name)));

    private static void Because(ReadOnlySpan<byte> file, string name, string why) =>
        Assert.Equal(("", why), Pair(Read(file.ToArray(), name)));

    private static (string, string?) Pair(Extract extract) => (extract.Text, extract.Because);

    private static Extract Read(byte[] file, string name, ReadingLimits? limits = null) =>
        TextOf.Read(new MemoryStream(file), name, limits ?? new());
}
