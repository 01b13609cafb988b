using Intranet.App.Documents.Content.Readers;
using Intranet.Domain.Access;
using Intranet.Domain.Documents.Content;
using Kind = Intranet.Domain.Documents.Content.ContentKind;

namespace Intranet.App.Documents.Content;

/// <summary>Reads the text out of a document.</summary>
public static class TextOf
{
    public const string Damaged = "It is damaged or incomplete.";
    public const string Silent = "No text was found in it; it may consist of pictures.";
    public const string Longer = "It is longer than what is read; the text ends early.";

    private static readonly Dictionary<Kind, Action<Source>> Readers = new()
    {
        [Kind.Text] = Plain.Read,
        [Kind.Code] = Plain.Read,
        [Kind.Script] = Plain.Read,
        [Kind.Markdown] = Plain.Read,
        [Kind.Csv] = Plain.Read,
        [Kind.Svg] = Pages.Read,
        [Kind.Html] = Pages.Read,
        [Kind.Rtf] = Rtf.Read,
        [Kind.Pdf] = Portable.Read,
        [Kind.Docx] = OpenXmlParts.Word,
        [Kind.Docm] = OpenXmlParts.Word,
        [Kind.Xlsx] = OpenXmlParts.Workbook,
        [Kind.Xlsm] = OpenXmlParts.Workbook,
        [Kind.Pptx] = OpenXmlParts.Slides,
        [Kind.Pptm] = OpenXmlParts.Slides,
        [Kind.Odt] = OpenDocumentParts.Read,
        [Kind.Ods] = OpenDocumentParts.Read,
        [Kind.Odp] = OpenDocumentParts.Read,
        [Kind.Odg] = OpenDocumentParts.Read,
        [Kind.Odm] = OpenDocumentParts.Read,
        [Kind.Epub] = Book.Read,
        [Kind.Zip] = Archives.Read,
        [Kind.Jar] = Archives.Read,
        [Kind.Mail] = Letters.Read,
        [Kind.Msg] = Outlook.Read,
        [Kind.Locked] = _ => throw new Refusal(Package.Protected),
    };

    /// <summary>Whether text is read from files of this kind.</summary>
    public static bool Reads(Kind kind) => Readers.ContainsKey(kind);

    /// <summary>Whether the file is its text, so that nothing but an encoding has to be understood.</summary>
    public static bool IsPlain(Kind kind) => Readers.TryGetValue(kind, out var read) && read == (Action<Source>)Plain.Read;

    /// <summary>The text of a document that can be read at any place of its bytes.</summary>
    public static Extract Read(Stream bytes, string name, ReadingLimits limits)
    {
        var type = ContentType.Of(bytes, name);
        if (type.Verdict == Verdict.Refused)
            return Extract.None(type.Sentence);
        if (bytes.Length == 0)
            return Extract.None("It is empty.");
        if (!Readers.TryGetValue(type.Kind, out var read))
            return Extract.None($"It is {type.Kind}; no text is read from files of this kind.");
        var source = new Source(bytes, limits);
        try
        {
            read(source);
            var text = source.Text.ToString();
            return text.Length == 0 ? Extract.None(Silent) : new(text);
        }
        catch (EnoughText)
        {
            return new(source.Text.ToString(), Longer);
        }
        catch (Refusal refusal)
        {
            return new(source.Text.ToString(), refusal.Message);
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            // Whatever a library throws over a broken file means the same to the person who asks: this file, not this product, is broken.
            return new(source.Text.ToString(), Damaged);
        }
    }
}
