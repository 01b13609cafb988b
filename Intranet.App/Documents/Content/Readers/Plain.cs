namespace Intranet.App.Documents.Content.Readers;

/// <summary>Texts of every kind, read in the encoding they were written in.</summary>
internal static class Plain
{
    public static void Read(Source source)
    {
        var bytes = Beginning(source);
        var text = Charset.Of(bytes).GetString(bytes);
        source.Text.Append(text);
        if (bytes.Length < source.Bytes.Length)
            throw new EnoughText();
    }

    /// <summary>No encoding needs more than four bytes for a letter, so more than that would be cut anyway.</summary>
    private static byte[] Beginning(Source source)
    {
        var bytes = new byte[Math.Min(source.Bytes.Length, source.Limits.Characters * 4L)];
        source.Bytes.Position = 0;
        source.Bytes.ReadExactly(bytes);
        return bytes;
    }
}
