using System.Buffers.Binary;
using System.Text;

namespace Intranet.Domain.Documents.Content;

/// <summary>Tells apart what shares a container: zip archives by the names of their entries, Microsoft's compound files by the names of their streams.</summary>
internal static class Containers
{
    private const int LocalHeader = 30;
    private const int CentralHeader = 46;

    /// <summary>The kind of container the head begins, or null when it is none. The tail of a zip archive lists its entries.</summary>
    public static ContentKind? Of(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) =>
        head switch
        {
            _ when head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) || head.StartsWith("PK\u0007\u0008"u8) =>
                InZip(head, tail),
            _ when head.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) => InCompound(head, tail),
            _ => null,
        };

    private static ContentKind InZip(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Gather(names, head, "PK\u0003\u0004"u8, LocalHeader, 26);
        Gather(names, head, "PK\u0001\u0002"u8, CentralHeader, 28);
        Gather(names, tail, "PK\u0001\u0002"u8, CentralHeader, 28);
        bool Has(string start) => names.Any(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        bool Ends(string end) => names.Any(name => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        var macros = Ends("vbaProject.bin");
        return names switch
        {
            _ when Has("mimetype") && OpenDocument(head) is { } kind => Has("Basic/") || Has("Scripts/") ? ContentKind.Odm : kind,
            _ when Has("word/") => macros ? ContentKind.Docm : ContentKind.Docx,
            _ when Has("xl/") => macros || names.Contains("xl/workbook.bin") ? ContentKind.Xlsm : ContentKind.Xlsx,
            _ when Has("ppt/") => macros ? ContentKind.Pptm : ContentKind.Pptx,
            _ when Has("META-INF/MANIFEST.MF") || Has("AndroidManifest.xml") => ContentKind.Jar,
            _ when Has("META-INF/container.xml") => ContentKind.Epub,
            _ when Has("Index/") || Has("index.apxl") || Ends("Index.zip") || Ends("BuildVersionHistory.plist") => ContentKind.IWork,
            _ => ContentKind.Zip,
        };
    }

    /// <summary>The first entry, not packed, names the type.</summary>
    private static ContentKind? OpenDocument(ReadOnlySpan<byte> head)
    {
        var name = head.IndexOf("mimetype"u8);
        if (name < 0)
            return null;
        var told = head.Slice(name, Math.Min(100, head.Length - name));
        return told switch
        {
            _ when told.IndexOf("application/epub+zip"u8) >= 0 => ContentKind.Epub,
            _ when told.IndexOf("opendocument.text"u8) >= 0 => ContentKind.Odt,
            _ when told.IndexOf("opendocument.spreadsheet"u8) >= 0 => ContentKind.Ods,
            _ when told.IndexOf("opendocument.presentation"u8) >= 0 => ContentKind.Odp,
            _ when told.IndexOf("opendocument.graphics"u8) >= 0 => ContentKind.Odg,
            _ => null,
        };
    }

    private static void Gather(HashSet<string> names, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature, int length, int nameLengthAt)
    {
        for (int at; (at = bytes.IndexOf(signature)) >= 0; bytes = bytes[(at + signature.Length)..])
        {
            if (bytes.Length < at + length)
                return;
            var name = bytes[(at + length)..];
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + nameLengthAt)..]);
            names.Add(Encoding.UTF8.GetString(name[..Math.Min(nameLength, name.Length)]).Replace('\\', '/'));
        }
    }

    /// <summary>The directory may stand anywhere, so its names are looked for in what is there of the file.</summary>
    private static ContentKind InCompound(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        var bytes = new byte[head.Length + tail.Length];
        head.CopyTo(bytes);
        tail.CopyTo(bytes.AsSpan(head.Length));
        bool Has(string name) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name + "\0")) >= 0;
        var macros = Has("_VBA_PROJECT") || Has("_VBA_PROJECT_CUR") || Has("VBA");
        return bytes switch
        {
            _ when Has("EncryptedPackage") => ContentKind.Locked,
            _ when Has("__nameid_version1.0") || Has("__properties_version1.0") => ContentKind.Msg,
            _ when macros => ContentKind.OldMacros,
            _ when Has("WordDocument") => ContentKind.Doc,
            _ when Has("Workbook") || Has("WORKBOOK") || Has("Book") => ContentKind.Xls,
            _ when Has("PowerPoint Document") => ContentKind.Ppt,
            _ => ContentKind.Compound,
        };
    }
}
