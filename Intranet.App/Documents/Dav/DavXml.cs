using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Intranet.App.Documents.Dav;

/// <summary>The XML of requests and answers: read without DTD and within bounds, written as it becomes known.</summary>
internal static class DavXml
{
    public const string Space = "DAV:";
    public static readonly XNamespace Dav = Space;

    private const int Longest = 64 * 1024;
    private const int Deepest = 32;

    /// <summary>The root of what was sent; null when nothing was.</summary>
    public static async Task<XElement?> Read(HttpRequest request, CancellationToken stop)
    {
        using var sent = new MemoryStream();
        var piece = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(piece, stop)) > 0; )
        {
            if (sent.Length + read > Longest)
                throw new DavAnswer(StatusCodes.Status413PayloadTooLarge, "This request is too long.");
            sent.Write(piece, 0, read);
        }
        if (sent.Length == 0)
            return null;
        sent.Position = 0;
        try
        {
            using var reader = XmlReader.Create(
                sent,
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    IgnoreComments = true,
                    IgnoreProcessingInstructions = true,
                }
            );
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            return root.DescendantsAndSelf().All(e => e.Ancestors().Take(Deepest).Count() < Deepest) ? root : throw DavAnswer.Unreadable;
        }
        catch (XmlException)
        {
            throw DavAnswer.Unreadable;
        }
    }

    /// <summary>Begins an answer of this status whose root is a DAV element; what is written goes out as it comes.</summary>
    public static async Task<XmlWriter> Begin(HttpResponse response, int status, string root)
    {
        response.StatusCode = status;
        response.ContentType = "application/xml; charset=utf-8";
        var xml = XmlWriter.Create(response.Body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync("D", root, Space);
        return xml;
    }

    /// <summary>Ends what was begun and sends it.</summary>
    public static async Task End(this XmlWriter xml)
    {
        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
        await xml.DisposeAsync();
    }

    public static Task Text(this XmlWriter xml, string name, string text) => xml.WriteElementStringAsync("D", name, Space, text);

    public static Task Open(this XmlWriter xml, string name) => xml.WriteStartElementAsync("D", name, Space);

    public static Task Empty(this XmlWriter xml, XName name) =>
        xml.WriteElementStringAsync(name.Namespace == Dav ? "D" : null, name.LocalName, name.NamespaceName, "");

    public static Task Status(this XmlWriter xml, int status) => xml.Text("status", $"HTTP/1.1 {status} {Phrase(status)}");

    private static string Phrase(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
