using System.Text;
using Intranet.App.Documents.Content;

namespace Intranet.Tests.Documents.Content;

/// <summary>Small files that would become endless, deep or huge when they are read.</summary>
public sealed class BombTests
{
    private static readonly ReadingLimits Limits = new() { Unpacked = 20 * 1024 * 1024 };

    [Fact]
    public void What_unpacks_without_end_is_not_unpacked_to_the_end()
    {
        var file = Papers.Zip(("[Content_Types].xml", Types), ("word/document.xml", Blanks(60)));
        Assert.InRange(file.Length, 0, 3_000_000);
        var (extract, allocated) = Read(file, "bomb.docx");
        Assert.Equal("It unpacks to more than 20 MB, which is more than is read here.", extract.Because);
        Assert.InRange(allocated, 0, 60 * 1024 * 1024);
    }

    [Fact]
    public void What_is_packed_many_times_is_counted_together()
    {
        var parts = Enumerable.Range(0, 30).Select(i => ($"word/footer{i}.xml", Blanks(1))).ToArray();
        var types = string.Concat(parts.Select(p => $"<Override PartName=\"/{p.Item1}\" ContentType=\"x.footer+xml\"/>"));
        var file = Papers.Zip([("[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types>{types}</Types>")), ("word/a", []), .. parts]);
        Assert.Contains("unpacks to more than", Read(file, "bomb.docx").Extract.Because);
    }

    [Fact]
    public void An_archive_that_holds_itself_is_only_listed()
    {
        var inner = Papers.Zip(("a.txt", Blanks(1)));
        for (var i = 0; i < 20; i++)
            inner = Papers.Zip(("again.zip", inner));
        Assert.Equal(("again.zip", null), (Read(inner, "droste.zip").Extract.Text, Read(inner, "droste.zip").Extract.Because));
    }

    [Fact]
    public void An_archive_of_too_many_entries_is_not_read()
    {
        var file = Papers.Zip([.. Enumerable.Range(0, 300).Select(i => ($"{i}", ""))]);
        var extract = TextOf.Read(new MemoryStream(file), "many.zip", Limits with { Entries = 200 });
        Assert.Equal(("", "It holds 300 entries; at most 200 are read."), (extract.Text, extract.Because));
    }

    [Theory]
    [InlineData(
        "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;\">]><w:p xmlns:w=\"w\"><w:t>&d;</w:t></w:p>"
    )]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><w:p xmlns:w=\"w\"><w:t>&x;</w:t></w:p>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\"><w:p xmlns:w=\"w\"><w:t>x</w:t></w:p>")]
    public void Xml_that_declares_entities_is_not_read(string document)
    {
        var file = Papers.Zip(("[Content_Types].xml", Encoding.UTF8.GetString(Types)), ("word/document.xml", document));
        var extract = Read(file, "bomb.docx").Extract;
        Assert.Equal(("", TextOf.Damaged), (extract.Text, extract.Because));
    }

    [Fact]
    public void What_is_nested_without_end_is_given_up()
    {
        const string deep = "Its parts are nested too deeply to be read.";
        var xml = string.Concat(Enumerable.Repeat("<w:p>", 100_000));
        var file = Papers.Zip(("[Content_Types].xml", Encoding.UTF8.GetString(Types)), ("word/document.xml", $"<w:p xmlns:w=\"w\">{xml}"));
        Assert.Equal(deep, Read(file, "deep.docx").Extract.Because);
        Assert.Equal(deep, Read([.. "{\\rtf1 "u8, .. Enumerable.Repeat((byte)'{', 100_000)], "deep.rtf").Extract.Because);
    }

    [Fact]
    public void A_page_nested_without_end_still_gives_its_text()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 3_000)) + "at the bottom";
        Assert.Equal("at the bottom", Read(Encoding.UTF8.GetBytes(page), "deep.html").Extract.Text);
    }

    [Fact]
    public void Mails_within_mails_come_to_an_end()
    {
        var mail =
            string.Concat(Enumerable.Repeat("Subject: again\r\nContent-Type: message/rfc822\r\n\r\n", 5_000)) + "Subject: last\r\n\r\nx";
        var (extract, _) = Read(Encoding.ASCII.GetBytes(mail), "deep.eml");
        Assert.StartsWith("again", extract.Text);
    }

    [Fact]
    public void Damaged_chains_in_a_compound_file_end()
    {
        var file = new byte[512 * 40];
        byte[] magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        magic.CopyTo(file, 0);
        Encoding.Unicode.GetBytes("__properties_version1.0\0").CopyTo(file, 600);
        Assert.NotNull(Read(file, "circle.msg").Extract.Because);
        new Random(1).NextBytes(file.AsSpan(512));
        Encoding.Unicode.GetBytes("__properties_version1.0\0").CopyTo(file, 600);
        Assert.NotNull(Read(file, "noise.msg").Extract.Because);
    }

    private static byte[] Types { get; } =
    [.. "<Types><Override PartName=\"/word/document.xml\" ContentType=\"x.document.main+xml\"/></Types>"u8];

    private static byte[] Blanks(int megabytes)
    {
        var blanks = new byte[megabytes * 1024 * 1024];
        blanks.AsSpan().Fill((byte)' ');
        "<x>"u8.CopyTo(blanks);
        "</x>"u8.CopyTo(blanks.AsSpan(blanks.Length - 4));
        return blanks;
    }

    private static (Extract Extract, long Allocated) Read(byte[] file, string name)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var extract = TextOf.Read(new MemoryStream(file), name, Limits);
        return (extract, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
