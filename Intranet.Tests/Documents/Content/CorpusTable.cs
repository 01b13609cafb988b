using Intranet.App.Documents.Content.Previews;
using Intranet.Domain.Documents.Content;

namespace Intranet.Tests.Documents.Content;

/// <summary>What is right for a file: the verdict, and a phrase of its text or a part of the sentence that says why there is none.</summary>
internal sealed record Expected(Verdict Verdict, string? Phrase, string? Because);

/// <summary>The files of the data set and what is right for each. A ! marks files that are only downloaded; after ~ stands why there is no text.</summary>
internal static class CorpusTable
{
    private const string Rows = """
        plain/GeoTopo-komprimiert.pdf | Geometrie und Topologie
        plain/crazyones-pdfa.pdf | the ones who do.
        plain/google-doc-document.pdf | Beautiful is better than ugly.
        plain/minimal-document.pdf | Lorem ipsum dolor sit amet
        plain/pdflatex-outline.pdf | Hello, here is some text without a meaning.
        plain/test-columnar.ods | This is row
        plain/test-columnar.xlsx | Square of the Record Number
        plain/test-documents.zip | testOpenOffice2.odt
        plain/testBulletPoints.key | ~ an Apple iWork document
        plain/testCSV.csv | Numbers and their Squares
        plain/testComment.docx | Here is a comment
        plain/testEPUB.epub | This is the text for chapter One
        plain/testEXCEL.xls | ~ an older Excel workbook
        plain/testEXCEL.xlsx | Sample Excel Worksheet
        plain/testEXCEL_charts.xlsx | wants a peach
        plain/testHTML_utf8.html ! | Content with UTF-8 chars
        plain/testJournalParser.pdf | MEMS Microrobots
        plain/testKeynote2018.key | ~ an Apple iWork document
        plain/testMSG.msg | MIME registry use cases
        plain/testMasterFooter.odp | Master footer is here
        plain/testNumbers2013.numbers | ~ an Apple iWork document
        plain/testODFwithOOo3.odt | Tika is part of the Lucene project.
        plain/testOpenOffice2.odt | This is a sample Open Office document
        plain/testOptionalHyphen.docx | optionalhyphen
        plain/testPDF.pdf | Content Analysis Toolkit
        plain/testPDFVarious.pdf | This is the header text.
        plain/testPDF_Version.11.x.PDFA-1b.pdf | ~ No text was found
        plain/testPPT.ppt | ~ an older presentation
        plain/testPPT.pptx | Different words to test against
        plain/testPPT_various.pptx | Here is a text box
        plain/testPages2013.pages | ~ an Apple iWork document
        plain/testRFC822_multipart_attachments.eml | This is test email for EML1
        plain/testRTF.rtf | Test d’indexation Word
        plain/testSVG.svg ! | Test SVG image
        plain/testWORD.doc | ~ an older Word document
        plain/testWORD.docx | This is the footer for our document
        plain/testWORD_multi_authors.docx | ~ No text was found
        plain/testWORD_numbered_list.docx | Intervening table
        plain/testWORD_various.docx | This is the footer text.
        protected/libreoffice-writer-password.pdf | ~ password
        protected/protected_agile.docx | ~ password
        protected/testEXCEL_protected_passtika.xlsx | ~ password
        protected/testODTEncrypted.odt | ~ password
        protected/testPDF_no_extract_no_accessibility_owner_user.pdf | ~ password
        protected/testPDF_protected.pdf | RETHINKING THE FINANCIAL NETWORK
        protected/testPPT_protected_passtika.pptx | ~ password
        protected/testPagesPwdProtected.pages | ~ an Apple iWork document
        protected/testPassword4Spaces.pdf | ~ password
        protected/testUnicodePassword.pdf | ~ password
        protected/testWORD_protected_passtika.docx | ~ password
        protected/testZipEncrypted.zip | encrypted.txt
        scripts-languages/54880_chinese.ppt | ~ an older presentation
        scripts-languages/HeaderFooterUnicode.docx | The footer, with Molière, has Unicode in it.
        scripts-languages/chinese-provinces.xls | ~ an older Excel workbook
        scripts-languages/habibi-rotated.pdf | حَبيبي
        scripts-languages/habibi.pdf | حَبيبي
        scripts-languages/testArabicMisleadingCharset.html ! | في قرية من القرى كان هناك
        scripts-languages/testEXCEL_phonetic.xlsx | 豊田製品戦略事業統括本部
        scripts-languages/testMSG_chinese.msg | 格式測試
        scripts-languages/testPDFTripleLangTitle.pdf | Hello World
        scripts-languages/testRTF-ms932.rtf | こんにちは
        scripts-languages/testRTFJapanese.rtf | ゾルゲの処刑記録
        scripts-languages/testRTFWord2010CzechCharacters.rtf | Svitky od Mrtvého moře
        scripts-languages/testWORD_phonetic.docx | 東京
        scripts-languages/unicode-path.docx | 1
        scripts-languages/with_japanese.pptx | ゾルゲと尾崎、淡々と最期
        """;

    private static readonly Dictionary<string, Expected> Known = Rows.Split('\n')
        .Select(Parse)
        .ToDictionary(row => row.File, row => row.Expected);

    /// <summary>The row of a file; null when there is none. The copies under hard names are known by what they are copies of.</summary>
    public static Expected? Of(string file) =>
        Path.GetDirectoryName(file) switch
        {
            "names" => Path.GetExtension(file).ToUpperInvariant() switch
            {
                ".DOCX" => Known["plain/testWORD.docx"],
                ".XLSX" => Known["plain/testEXCEL.xlsx"],
                _ => Known["plain/minimal-document.pdf"],
            },
            _ => Known.GetValueOrDefault(file),
        };

    /// <summary>What a file is shown as, on a server without LibreOffice: papers by the browser, whether or not words are found in them; the others by their words.</summary>
    public static string ShownAs(string file) =>
        Path.GetExtension(file).ToUpperInvariant() switch
        {
            ".PDF" => nameof(Preview.Paper),
            ".CSV" => nameof(Preview.Rows),
            ".HTML" => nameof(Preview.Written),
            "" => nameof(Preview.Paper),
            _ => Of(file)?.Phrase is null ? nameof(Preview.Nothing) : nameof(Preview.Plain),
        };

    private static (string File, Expected Expected) Parse(string row)
    {
        var (left, right) = (row[..row.IndexOf('|')].Trim(), row[(row.IndexOf('|') + 1)..].Trim());
        var verdict = left.EndsWith('!') ? Verdict.Neutralised : Verdict.Accepted;
        var why = right.StartsWith('~') ? right[1..].Trim() : null;
        return (left.TrimEnd('!', ' '), new(verdict, why is null ? right : null, why));
    }
}
