using System.Globalization;
using System.Xml;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Dav;

/// <summary>Locks as programs read them.</summary>
internal static class LockXml
{
    public static async Task Write(XmlWriter xml, IReadOnlyList<LockToken> tokens, LockRow? held, DateTimeOffset now)
    {
        foreach (var token in tokens)
            await Active(
                xml,
                token.Shared,
                token.Deep,
                token.Until - now,
                async () =>
                {
                    if (token.Owner is not null)
                        await xml.WriteRawAsync(token.Owner);
                    await xml.Open("locktoken");
                    await xml.Text("href", Locks.Urn(token));
                    await xml.WriteEndElementAsync();
                }
            );
        // Checked out on the page: nobody has a token, and the name says whom to ask.
        if (held is not null && tokens.Count == 0)
            await Active(xml, shared: false, deep: false, held.Until - now, () => xml.Text("owner", held.Person));
    }

    public static async Task Supported(XmlWriter xml)
    {
        foreach (var scope in new[] { "exclusive", "shared" })
        {
            await xml.Open("lockentry");
            await Kind(xml, scope);
            await xml.WriteEndElementAsync();
        }
    }

    private static async Task Active(XmlWriter xml, bool shared, bool deep, TimeSpan left, Func<Task> who)
    {
        await xml.Open("activelock");
        await Kind(xml, shared ? "shared" : "exclusive");
        await xml.Text("depth", deep ? "infinity" : "0");
        await xml.Text("timeout", string.Create(CultureInfo.InvariantCulture, $"Second-{Math.Max(0, (int)left.TotalSeconds)}"));
        await who();
        await xml.WriteEndElementAsync();
    }

    private static async Task Kind(XmlWriter xml, string scope)
    {
        await xml.Open("lockscope");
        await xml.Empty(DavXml.Dav + scope);
        await xml.WriteEndElementAsync();
        await xml.Open("locktype");
        await xml.Empty(DavXml.Dav + "write");
        await xml.WriteEndElementAsync();
    }
}
