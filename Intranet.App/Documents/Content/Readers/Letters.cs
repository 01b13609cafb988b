using Intranet.Domain.Access;
using MimeKit;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>Mails as mail programs save them (RFC 5322, MIME): who wrote whom about what, the text, and the names of what is attached.</summary>
internal static class Letters
{
    private const int MostMails = 100;

    public static void Read(Source source)
    {
        source.Bytes.Position = 0;
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = 40;
        var waiting = new Queue<MimeMessage>([MimeMessage.Load(options, source.Bytes)]);
        for (var count = 1; waiting.TryDequeue(out var mail); count++)
        {
            if (count > MostMails)
                throw new Refusal($"It holds more than {MostMails} mails within each other.");
            Append(source, mail);
            foreach (var part in mail.BodyParts.OfType<MessagePart>())
                if (part.Message is { } inner)
                    waiting.Enqueue(inner);
        }
    }

    private static void Append(Source source, MimeMessage mail)
    {
        string[] lines = [mail.Subject ?? "", mail.From.ToString(), mail.To.ToString(), mail.Cc.ToString()];
        foreach (var line in lines)
        {
            source.Text.Append(line);
            source.Text.EndLine();
        }
        if (mail.TextBody is { Length: > 0 } text)
            source.Text.Append(text);
        else if (mail.HtmlBody is { Length: > 0 } html)
            Pages.Append(source, html);
        source.Text.EndLine();
        foreach (var name in mail.Attachments.Select(a => a.ContentDisposition?.FileName ?? a.ContentType.Name).OfType<string>())
        {
            source.Text.Append(name);
            source.Text.EndLine();
        }
    }
}
