using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Intranet.App.Shared.Text;

/// <summary>Writes HTML from an interpolated string: what stands in the source is markup, and whatever is put into a hole is encoded because of its type. A hole stands in text or inside double quotes.</summary>
[InterpolatedStringHandler]
internal ref struct HtmlWriter(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private DefaultInterpolatedStringHandler _html = new(literalLength, formattedCount, CultureInfo.InvariantCulture);
    private bool _bare;

    public void AppendLiteral(string markup)
    {
        _html.AppendLiteral(markup);
        _bare = markup.EndsWith('=');
    }

    public void AppendFormatted(string? text) => Put(text is null ? "" : Encoder.Encode(text));

    public void AppendFormatted(int number) => Put(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Guid id) => Put(id.ToString());

    public void AppendFormatted(SafeHtml html) => Put(html.Value);

    internal string Finish() => _html.ToStringAndClear();

    private void Put(string encoded)
    {
        if (_bare)
            throw new InvalidOperationException("An attribute's value must stand in double quotes: without them a space would end it.");
        _html.AppendLiteral(encoded);
    }
}
