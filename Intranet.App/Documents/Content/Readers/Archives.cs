using System.Text;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>A zip archive is known by what it holds: the names of its entries. It is not unpacked, so an archive within it costs nothing.</summary>
internal static class Archives
{
    public static void Read(Source source)
    {
        using var package = new Package(source);
        string[] names = [.. package.Names];
        var unmarked = string.Join('\n', names.Where(IsBytes));
        var encoding = Charset.Of(Encoding.Latin1.GetBytes(unmarked));
        foreach (var name in names)
        {
            source.Text.Append(IsBytes(name) ? encoding.GetString(Encoding.Latin1.GetBytes(name)) : name);
            source.Text.EndLine();
        }
    }

    private static bool IsBytes(string name) => name.All(c => c <= 0xff);
}
