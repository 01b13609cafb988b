using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Dav;

/// <summary>One line of a listing with all that is said of it.</summary>
internal sealed record Resource(string Href, string Name, bool IsFolder, DateTimeOffset? MadeAt)
{
    private const string Kind = "resourcetype";
    private const string Locks = "lockdiscovery";

    /// <summary>Null for spaces.</summary>
    public Entry? Entry { get; init; }
    public IReadOnlyList<NodeProperty> Kept { get; init; } = [];
    public IReadOnlyList<LockToken> Tokens { get; init; } = [];

    /// <summary>Who has it checked out, if anybody.</summary>
    public LockRow? Held { get; init; }

    /// <summary>As of when this is said.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>What the server itself says; programs cannot set it.</summary>
    public static readonly string[] Live =
    [
        Kind,
        "displayname",
        "creationdate",
        "getlastmodified",
        "getcontentlength",
        "getcontenttype",
        "getetag",
        "supportedlock",
        Locks,
    ];

    public IEnumerable<XName> Names =>
        Live.Where(Has).Select(name => DavXml.Dav + name).Concat(Kept.Select(p => XNamespace.Get(p.Namespace) + p.Name));

    public bool Has(XName name) =>
        name.Namespace == DavXml.Dav && Live.Contains(name.LocalName) ? Has(name.LocalName) : Find(name) is not null;

    public async Task Write(XmlWriter xml, XName name)
    {
        if (Find(name) is { } kept)
        {
            await xml.WriteRawAsync(kept.Value);
            return;
        }
        if (Text(name.LocalName) is { } text)
        {
            await xml.Text(name.LocalName, text);
            return;
        }
        await xml.Open(name.LocalName);
        if (name.LocalName == Kind && IsFolder)
            await xml.Empty(DavXml.Dav + "collection");
        else if (name.LocalName == Locks)
            await LockXml.Write(xml, Tokens, Held, Now);
        else if (name.LocalName != Kind)
            await LockXml.Supported(xml);
        await xml.WriteEndElementAsync();
    }

    private bool Has(string live) => live is Kind || (Entry is not null && live is Locks or "supportedlock") || Text(live) is not null;

    private NodeProperty? Find(XName name) => Kept.FirstOrDefault(p => p.Name == name.LocalName && p.Namespace == name.NamespaceName);

    private string? Text(string live) =>
        live switch
        {
            "displayname" => Name,
            "creationdate" => (Entry?.Node.MadeAt ?? MadeAt)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            "getlastmodified" => (Entry?.Node.ChangedAt ?? MadeAt)?.UtcDateTime.ToString("R", CultureInfo.InvariantCulture),
            "getcontentlength" when !IsFolder => Entry!.Node.Size.ToString(CultureInfo.InvariantCulture),
            "getcontenttype" when !IsFolder => Entry!.Node.ContentType,
            "getetag" when !IsFolder => Place.EntryTag(Entry!.BlobKey),
            _ => null,
        };
}
