using Intranet.Domain.Access;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>PDF, page by page.</summary>
internal static class Portable
{
    public static void Read(Source source)
    {
        source.Bytes.Position = 0;
        try
        {
            using var pdf = PdfDocument.Open(source.Bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            for (var number = 1; number <= pdf.NumberOfPages; number++)
            {
                if (number > source.Limits.Pages)
                    throw new EnoughText();
                source.Text.Append(ContentOrderTextExtractor.GetText(pdf.GetPage(number)));
                source.Text.EndPage();
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new Refusal(Package.Protected);
        }
    }
}
