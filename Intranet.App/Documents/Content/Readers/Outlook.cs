using System.Text;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>Mails as Outlook saves them ([MS-OXMSG]).</summary>
internal static class Outlook
{
    private const string Subject = "0037";
    private const string Sender = "0C1A";
    private const string To = "0E04";
    private const string Cc = "0E03";
    private const string Body = "1000";
    private const string Html = "10130102";
    private const string AttachedLong = "3707";
    private const string AttachedShort = "3704";

    public static void Read(Source source)
    {
        var file = new CompoundFile(source.Whole());
        foreach (var property in new[] { Subject, Sender, To, Cc })
            Line(source, Text(file, "", property));
        if (Text(file, "", Body) is { Length: > 0 } body)
            Line(source, body);
        else if (file.Open(Place("", Html)) is { } html)
            Pages.Append(source, html);
        var folders = file
            .Names.Where(name => name.StartsWith("__attach", StringComparison.OrdinalIgnoreCase))
            .Select(name => name[..(name.IndexOf('/') + 1)]);
        foreach (var folder in folders.Distinct(StringComparer.OrdinalIgnoreCase))
            Line(source, Text(file, folder, AttachedLong) ?? Text(file, folder, AttachedShort));
    }

    /// <summary>Newer files hold UTF-16, older ones the code page of the machine they come from, which all their texts together betray best.</summary>
    private static string? Text(CompoundFile file, string folder, string property) =>
        file.Open(Place(folder, property + "001F")) is { } wide ? Encoding.Unicode.GetString(wide)
        : file.Open(Place(folder, property + "001E")) is { } narrow ? Charset.Of(Narrow(file)).GetString(narrow)
        : null;

    private static byte[] Narrow(CompoundFile file) =>
        [.. file.Names.Where(name => name.EndsWith("001E", StringComparison.OrdinalIgnoreCase)).SelectMany(name => file.Open(name) ?? [])];

    private static string Place(string folder, string property) => $"{folder}__substg1.0_{property}";

    private static void Line(Source source, string? text)
    {
        source.Text.Append(text?.TrimEnd('\0'));
        source.Text.EndLine();
    }
}
