using Intranet.Domain.Documents.Order;

namespace Intranet.App.Documents.Order;

/// <summary>Columns, each with a value or without, as they are written in an address; the same text is the same choice.</summary>
public readonly record struct Cells
{
    public static readonly Cells None;

    private Cells(string text) => Text = text.Length == 0 ? null : text;

    /// <summary>An id and an escaped value, with commas between them.</summary>
    public string? Text { get; }

    public bool Any => Text is not null;

    /// <summary>What was written; no more than a space has columns, and nothing that is none.</summary>
    public static Cells Of(string? text) => Write(Read(text).DistinctBy(c => c.Column).Take(Column.Most));

    public IEnumerable<(Guid Column, string Value)> All => Read(Text);

    public string? this[Guid column] => Read(Text).Where(c => c.Column == column).Select(c => c.Value).FirstOrDefault();

    public bool Has(Guid column) => this[column] is not null;

    /// <summary>With this value in the column; with none, without the column.</summary>
    public Cells With(Guid column, string? value)
    {
        var others = Read(Text).Where(c => c.Column != column);
        return Write(value is null ? others : others.Append((column, value)));
    }

    private static Cells Write(IEnumerable<(Guid Column, string Value)> cells) =>
        new(string.Join(',', cells.Select(c => $"{c.Column:N}{Uri.EscapeDataString(c.Value)}")));

    private static IEnumerable<(Guid Column, string Value)> Read(string? text)
    {
        foreach (var cell in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (cell.Length >= 32 && Guid.TryParseExact(cell[..32], "N", out var column))
                yield return (column, Uri.UnescapeDataString(cell[32..]));
    }
}
