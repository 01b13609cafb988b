using System.Xml;
using Intranet.Domain.Access;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>A document on its way to becoming text: its bytes, where the text goes, and what may be spent on it.</summary>
internal sealed class Source(Stream bytes, ReadingLimits limits)
{
    private long unpacked;

    public Stream Bytes { get; } = bytes;

    public ReadingLimits Limits { get; } = limits;

    public TextSink Text { get; } = new(limits.Characters);

    /// <summary>Counts bytes that came out of a packed form.</summary>
    public void Spend(int count)
    {
        if ((unpacked += count) > Limits.Unpacked)
            throw new Refusal($"It unpacks to more than {Limits.Unpacked / 1024 / 1024:N0} MB, which is more than is read here.");
    }

    public void CheckDepth(int depth)
    {
        if (depth > Limits.Depth)
            throw new Refusal("Its parts are nested too deeply to be read.");
    }

    /// <summary>All bytes at once, for formats that need them so.</summary>
    public byte[] Whole()
    {
        if (Bytes.Length > Limits.Whole)
            throw new Refusal($"It is larger than {Limits.Whole / 1024 / 1024:N0} MB, which is more than is read here of this kind.");
        var whole = new byte[Bytes.Length];
        Bytes.Position = 0;
        Bytes.ReadExactly(whole);
        return whole;
    }

    /// <summary>Every element and text of an XML part in order (none where the part is missing), without entities, without anything from outside, and not deeper than allowed.</summary>
    public IEnumerable<XmlReader> Walk(Stream xml)
    {
        if (xml == Stream.Null)
            yield break;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var reader = XmlReader.Create(xml, settings);
        while (reader.Read())
        {
            CheckDepth(reader.Depth);
            yield return reader;
        }
    }
}
