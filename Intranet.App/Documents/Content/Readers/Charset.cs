using System.Text;
using System.Text.Unicode;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>Finds out in which encoding a text was written that does not say so.</summary>
internal static class Charset
{
    private const int Sample = 64 * 1024;

    /// <summary>The encodings of East Asia that people still have files in, each with the first bytes of the letters that make up most of its texts. Where two fit as well, the narrower one stands first.</summary>
    private static readonly (int Page, Func<byte, bool> Usual)[] Wide =
    [
        (932, lead => lead is 0x81 or 0x82 or 0x83 or (>= 0x88 and <= 0x97)),
        (949, lead => lead is >= 0xb0 and <= 0xc8),
        (51932, lead => lead is 0xa1 or 0xa4 or 0xa5 or (>= 0xb0 and <= 0xcf)),
        (936, lead => lead is 0xa1 or 0xa3 or (>= 0xb0 and <= 0xd7)),
        (950, lead => lead is 0xa1 or (>= 0xa4 and <= 0xc6)),
    ];

    private const double Convincing = 0.85;

    private static readonly Encoding Western = Page(1252);

    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked)
            return marked;
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (Utf8.IsValid(Whole(sample)))
            return new UTF8Encoding(false);
        if (Unmarked16(sample) is { } wide)
            return wide;
        var copy = sample.ToArray();
        var best = Wide.Select(w => (w.Page, Share: Share(copy, Page(w.Page), w.Usual))).MaxBy(w => w.Share);
        return best.Share > Convincing ? Page(best.Page) : Narrow(sample);
    }

    public static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.Latin1;

    /// <summary>An encoding by the name a file gives; null for names that mean nothing.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xef, 0xbb, 0xbf, ..] => new UTF8Encoding(true),
            [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32,
            [0xff, 0xfe, ..] => Encoding.Unicode,
            [0xfe, 0xff, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    /// <summary>The sample without a letter that its end cut in two.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> sample)
    {
        for (var back = 1; sample.Length == Sample && back <= 3; back++)
            if (sample[^back] >= 0xc0)
                return sample[..^back];
        return sample;
    }

    private static Encoding? Unmarked16(ReadOnlySpan<byte> sample)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        var many = sample.Length / 8;
        return odd > many && even <= odd / 8 ? Encoding.Unicode
            : even > many && odd <= even / 8 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>How many of the letters of two bytes begin as usual in that encoding; 0 when much does not fit at all.</summary>
    private static double Share(byte[] sample, Encoding encoding, Func<byte, bool> usual)
    {
        var (pairs, common) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i++)
        {
            if (sample[i] < 0x81)
                continue;
            pairs++;
            common += usual(sample[i]) ? 1 : 0;
            i++;
        }
        var broken = encoding
            .GetString(sample)
            .Count(c => c is '\ufffd' or '・' or (>= '\ue000' and <= '\uf8ff') or (>= '\uff61' and <= '\uff9f'));
        return pairs == 0 || broken > 1 + pairs / 50 ? 0 : (double)common / pairs;
    }

    private static Encoding Narrow(ReadOnlySpan<byte> sample)
    {
        var (cyrillic, arabic, words) = (0, 0, 0);
        for (var i = 1; i < sample.Length; i++)
        {
            // In Western languages an accented letter seldom stands beside another one; in these scripts they all do.
            if (sample[i] < 0xc0 || sample[i - 1] < 0xc0)
                continue;
            words++;
            cyrillic += sample[i] >= 0xe0 ? 1 : 0;
            arabic += sample[i] is 0xc7 or 0xe1 or 0xed or 0xe3 or 0xe4 or 0xd1 ? 1 : 0;
        }
        var foreign = sample.ToArray().Count(b => b >= 0xc0);
        if (words < foreign / 3 + 1)
            return Western;
        return arabic > words / 3 && cyrillic < words * 2 / 3 ? Page(1256) : Page(1251);
    }
}
