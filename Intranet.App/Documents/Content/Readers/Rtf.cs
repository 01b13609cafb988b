using System.Globalization;
using System.Text;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>Rich Text Format 1.9: its letters, in the code pages its fonts name.</summary>
internal sealed class Rtf
{
    private readonly Source source;
    private readonly byte[] rtf;
    private readonly Stack<Group> groups = new();
    private readonly Dictionary<int, int> fonts = [];
    private readonly List<byte> bytes = [];
    private readonly StringBuilder run = new();
    private Group now = new(false, false, -1, 1);
    private int standard = 1252;
    private int at;
    private int toSkip;

    private Rtf(Source source) => (this.source, rtf) = (source, source.Whole());

    public static void Read(Source source) => new Rtf(source).Read();

    private void Read()
    {
        while (at < rtf.Length)
        {
            var sign = rtf[at++];
            switch (sign)
            {
                case (byte)'{':
                    Decode();
                    groups.Push(now);
                    source.CheckDepth(groups.Count);
                    break;
                case (byte)'}':
                    Decode();
                    now = groups.TryPop(out var outer) ? outer : now;
                    break;
                case (byte)'\\' when at < rtf.Length:
                    Control();
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    Letter(sign);
                    break;
            }
        }
        EndLine();
    }

    private void Control()
    {
        var sign = (char)rtf[at++];
        if (char.IsAsciiLetter(sign))
        {
            Word();
        }
        else if (sign == '\'')
        {
            var hex = Encoding.ASCII.GetString(rtf, at, Math.Min(2, rtf.Length - at));
            at += hex.Length;
            if (byte.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                Letter(value);
        }
        else if (sign == '*')
        {
            now = now with { Silent = true };
        }
        else if (sign is '\n' or '\r')
        {
            EndLine();
        }
        else if (sign is '\\' or '{' or '}' or '~' or '_')
        {
            Letter(
                (byte)(
                    sign switch
                    {
                        '~' => ' ',
                        '_' => '-',
                        _ => sign,
                    }
                )
            );
        }
    }

    private void Word()
    {
        var start = at - 1;
        while (at < rtf.Length && char.IsAsciiLetter((char)rtf[at]))
            at++;
        var word = Encoding.ASCII.GetString(rtf, start, at - start);
        var digits = at;
        while (at < rtf.Length && (char.IsAsciiDigit((char)rtf[at]) || (at == digits && rtf[at] == '-')))
            at++;
        _ = int.TryParse(Encoding.ASCII.GetString(rtf, digits, at - digits), CultureInfo.InvariantCulture, out var number);
        if (at < rtf.Length && rtf[at] == ' ')
            at++;
        Decode();
        Do(word, number);
    }

    private void Do(string word, int number)
    {
        switch (word)
        {
            case "par" or "line" or "sect" or "page" or "row":
                EndLine();
                break;
            case "tab" or "cell":
                run.Append('\t');
                break;
            case "u":
                Put((char)(ushort)number);
                toSkip = now.Substitutes;
                break;
            case "uc":
                now = now with { Substitutes = Math.Clamp(number, 0, 100) };
                break;
            case "bin":
                at = (int)Math.Min(rtf.Length, at + (long)Math.Max(0, number));
                break;
            case "ansicpg":
                standard = number;
                break;
            case "fonttbl":
                now = now with { Silent = true, Fonts = true };
                break;
            case "f":
                now = now with { Font = number };
                break;
            case "fcharset" when now.Fonts && number != 1:
                fonts[now.Font] = RtfWords.PageOf(number) ?? standard;
                break;
            default:
                if (RtfWords.Sign(word) is { } named)
                    Put(named);
                now = RtfWords.Silent.Contains(word) ? now with { Silent = true } : now;
                break;
        }
    }

    /// <summary>After a Unicode letter stand its substitutes for programs that know none.</summary>
    private void Letter(byte value)
    {
        if (toSkip > 0)
            toSkip--;
        else if (!now.Silent)
            bytes.Add(value);
    }

    private void Put(char letter)
    {
        if (!now.Silent)
            run.Append(letter);
    }

    /// <summary>Letters of several bytes are whole before anything else comes, so all that waited is read together.</summary>
    private void Decode()
    {
        toSkip = 0;
        if (bytes.Count == 0)
            return;
        run.Append(Charset.Page(fonts.GetValueOrDefault(now.Font, standard)).GetString([.. bytes]));
        bytes.Clear();
    }

    private void EndLine()
    {
        Decode();
        source.Text.Append(run.ToString());
        source.Text.EndLine();
        run.Clear();
    }

    private sealed record Group(bool Silent, bool Fonts, int Font, int Substitutes);
}
