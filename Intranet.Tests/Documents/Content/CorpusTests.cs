using System.Text;
using Intranet.App.Documents.Content;
using Intranet.Domain.Documents.Content;
using Intranet.Tests.Architecture;
using Intranet.Tests.House;

namespace Intranet.Tests.Documents.Content;

/// <summary>Documents other projects collected because they were hard: what is right for each of them.</summary>
public sealed class CorpusTests
{
    internal const string Absent = "The data set documents is not beside the repository; its files were not tried.";

    [Fact]
    public void Every_file_is_judged_as_the_table_says()
    {
        Assert.SkipUnless(Corpus.Files.Count > 0, Absent);
        var wrong =
            from file in Corpus.Files
            let expected = CorpusTable.Of(file)
            let type = Judge(file)
            where expected is null || expected.Verdict != type.Verdict
            select $"{file}: {type.Verdict}, {type.Sentence}";

        Says.Nothing(wrong, "These files have no row in CorpusTable.cs, or are not judged as it says.");
    }

    [Fact]
    public async Task Every_file_gives_its_text_or_says_why_not()
    {
        Assert.SkipUnless(Corpus.Files.Count > 0, Absent);
        string[] real = ["dotnet", Path.Combine(Repository.BuildOf("Intranet.App"), "Intranet.App.dll"), "extract"];
        using var room = new ReadingRoom(new() { Time = TimeSpan.FromMinutes(3), Pages = 8 }, TimeProvider.System, real);
        var readings = Corpus.Files.Select(async file =>
            (File: file, Extract: await room.ReadAsync(Corpus.PathOf(file), Path.GetFileName(file)))
        );
        var wrong =
            from reading in await Task.WhenAll(readings)
            let expected = CorpusTable.Of(reading.File)
            where !Holds(expected, reading.Extract)
            select $"{reading.File}: expected {expected}, found {reading.Extract.Because} {reading.Extract.Text[..Math.Min(200, reading.Extract.Text.Length)]}";

        Says.Nothing(wrong, "These files are not read as CorpusTable.cs says.");
    }

    [Fact]
    public void Names_that_are_clean_stay_and_others_lose_only_their_tricks()
    {
        Assert.SkipUnless(Corpus.Files.Count > 0, Absent);
        var names = Corpus.Files.Where(f => f.StartsWith("names/", StringComparison.Ordinal)).Select(f => f["names/".Length..]).ToList();
        var changed = names.Where(name => FileName.Clean(name) != name).Select(FileName.Clean).Order(StringComparer.Ordinal);
        Assert.Equal(["leading and trailing .pdf", "rtloverridefdp.docx", "tab name.pdf", "zerowidth.pdf"], changed);
        Assert.All(names, name => Assert.InRange(Encoding.UTF8.GetByteCount(FileName.ForDownload(name)), 1, FileName.MaxBytes));
    }

    private static bool Holds(Expected? expected, Extract extract) =>
        expected switch
        {
            null => false,
            { Phrase: { } phrase } => extract.Because is null or TextOf.Longer && extract.Text.Contains(phrase, StringComparison.Ordinal),
            { Because: { } because } => extract.Text.Length == 0 && extract.Because!.Contains(because, StringComparison.Ordinal),
            _ => extract.Text.Length > 0 || extract.Because is not null,
        };

    private static ContentType Judge(string file)
    {
        using var bytes = File.OpenRead(Corpus.PathOf(file));
        return ContentType.Of(bytes, Path.GetFileName(file));
    }
}
