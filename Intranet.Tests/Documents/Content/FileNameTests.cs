using System.Text;
using CsCheck;
using Intranet.App.Documents.Content;
using Intranet.Domain.Documents.Content;
using Microsoft.Net.Http.Headers;

namespace Intranet.Tests.Documents.Content;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Jahresbericht 2024 – Übersicht (final).pdf", "Jahresbericht 2024 – Übersicht (final).pdf")]
    [InlineData("отчёт за квартал.docx", "отчёт за квартал.docx")]
    [InlineData("四半期報告書（最終版）.xlsx", "四半期報告書（最終版）.xlsx")]
    [InlineData("तिमाही रिपोर्ट.docx", "तिमाही रिपोर्ट.docx")]
    [InlineData("emoji 🚀📊 plan.docx", "emoji 🚀📊 plan.docx")]
    [InlineData("family 👨‍👩‍👧 می‌خواهم.txt", "family 👨‍👩‍👧 می‌خواهم.txt")]
    [InlineData("semi;colon,comma.xlsx", "semi;colon,comma.xlsx")]
    [InlineData("percent%20encoded%2Fslash.pdf", "percent%20encoded%2Fslash.pdf")]
    [InlineData("..hidden-dots...pdf", "..hidden-dots...pdf")]
    [InlineData("no_extension", "no_extension")]
    [InlineData("U\u0308ber e\u0301.pdf", "Über é.pdf")]
    [InlineData("rtl\u202eoverride\u202cfdp.docx", "rtloverridefdp.docx")]
    [InlineData("zero\u200bwidth.pdf", "zerowidth.pdf")]
    [InlineData("a\u200db\u200c.pdf", "ab.pdf")]
    [InlineData("tab\tname\r\n.pdf", "tab name .pdf")]
    [InlineData("  leading and trailing  .pdf  ", "leading and trailing .pdf")]
    [InlineData("invoice.pdf                                        .exe", "invoice.pdf .exe")]
    [InlineData("../../etc/passwd", ".._.._etc_passwd")]
    [InlineData("C:\\Users\\me\\a.txt", "C:_Users_me_a.txt")]
    [InlineData("bell\u0007nul\0del\u007f.txt", "bellnuldel.txt")]
    [InlineData("half \ud83d pair.txt", "half pair.txt")]
    [InlineData("", "Unnamed")]
    [InlineData(".", "Unnamed")]
    [InlineData(" .. ", "Unnamed")]
    [InlineData("...", "Unnamed")]
    [InlineData("\u202e\u200b\u3164", "Unnamed")]
    public void A_name_keeps_its_letters_and_loses_its_tricks(string given, string kept) => Assert.Equal(kept, FileName.Clean(given));

    [Fact]
    public void A_long_name_is_cut_between_graphemes_and_keeps_its_extension()
    {
        var letters = FileName.Clean(new string('a', 400) + ".pdf");
        Assert.Equal(new string('a', 251) + ".pdf", letters);

        var families = FileName.Clean(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 40)) + ".docx");
        Assert.Equal(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 13)) + ".docx", families);

        var sentence = FileName.Clean("No extension. " + new string('b', 400));
        Assert.Equal("No extension. " + new string('b', 241), sentence);
    }

    [Fact]
    public void One_endless_grapheme_is_not_kept_whole()
    {
        var name = FileName.Clean("e" + new string('\u0323', 400) + ".txt");
        Assert.Equal("Unnamed.txt", name);
    }

    [Fact]
    public void Whatever_comes_a_clean_name_is_short_visible_composed_and_stays_as_it_is() =>
        Names()
            .Sample(given =>
            {
                var name = FileName.Clean(given);
                Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, FileName.MaxBytes);
                Assert.True(name.IsNormalized());
                Assert.False(name is "." or "..");
                Assert.Equal(name.Trim(), name);
                Assert.DoesNotContain(
                    name,
                    c => c is '/' or '\\' || char.IsControl(c) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069'
                );
                Assert.Equal(name, FileName.Clean(name));
            });

    [Theory]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("con", "_con")]
    [InlineData("Aux .txt", "_Aux .txt")]
    [InlineData("LPT1.tar.gz", "_LPT1.tar.gz")]
    [InlineData("COM¹", "_COM¹")]
    [InlineData("CONTRACT.pdf", "CONTRACT.pdf")]
    [InlineData("COM12.txt", "COM12.txt")]
    [InlineData("what: is \"this\"? <a|b>*.txt", "what_ is _this__ _a_b__.txt")]
    [InlineData("ends with dots. . .", "ends with dots")]
    [InlineData("a.txt:hidden", "a.txt_hidden")]
    public void A_downloaded_name_can_be_stored_on_Windows(string given, string offered) =>
        Assert.Equal(offered, FileName.ForDownload(given));

    [Fact]
    public void Whatever_comes_a_downloaded_name_is_one_Windows_takes() =>
        Names()
            .Sample(given =>
            {
                var name = FileName.ForDownload(given);
                Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, FileName.MaxBytes);
                Assert.DoesNotContain(name, c => "<>:\"|?*/\\".Contains(c) || c < ' ');
                Assert.False(name.EndsWith('.') || name.EndsWith(' '));
            });

    [Fact]
    public void Whatever_comes_the_header_gives_the_name_back_and_stays_one_header() =>
        Names()
            .Sample(given =>
            {
                var header = Disposition.Attachment(given);
                Assert.DoesNotContain(header, c => c is < ' ' or > '~');
                var read = ContentDispositionHeaderValue.Parse(header);
                Assert.Equal(FileName.ForDownload(given), read.FileNameStar.Value);
                Assert.Equal("attachment", read.DispositionType.Value);
            });

    [Fact]
    public void Old_browsers_get_a_plain_name_and_new_ones_the_right_one() =>
        Assert.Equal(
            "attachment; filename=\"quote'and&amp _.docx\"; filename*=UTF-8''quote%27and&amp%20%C3%BC.docx",
            Disposition.Attachment("quote'and&amp ü.docx")
        );

    /// <summary>Letters of many scripts, mixed with what attackers and careless programs put into names.</summary>
    private static Gen<string> Names()
    {
        string[] pieces =
        [
            "a",
            "ü",
            "u\u0308",
            "é\u0301",
            "क्",
            "ष",
            "ا",
            "ب",
            "한",
            "\u1100\u1161",
            "👨‍👩‍👧",
            "🚀",
            "\ud83d",
            "\udc00",
            ".",
            "..",
            "/",
            "\\",
            " ",
            "\u00a0",
            "\u3000",
            "\t",
            "\r\n",
            "\0",
            "\u0007",
            "\u0085",
            "\u2028",
            "\u200b",
            "\u200c",
            "\u200d",
            "\u200e",
            "\u202e",
            "\u2066",
            "\u2069",
            "\u3164",
            "\u2800",
            "\ufeff",
            "\ufffe",
            "\ufe0f",
            "\u0323",
            "CON",
            "nul",
            ":",
            "*",
            "?",
            "\"",
            "<",
            "|",
            ".pdf",
            ".exe",
            "%2F",
            ";",
            "'",
            "$",
        ];
        var piece = Gen.Frequency(
            (6, Gen.Int[0, pieces.Length - 1].Select(i => pieces[i])),
            (2, Gen.Char.Select(c => c.ToString())),
            (1, Gen.String[0, 8])
        );
        return piece.Array[0, 120].Select(string.Concat);
    }
}
