using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Intranet.App.Admin.Demo;

/// <summary>Fills the slots of a text: dates, numbers, alternatives, remembered values and cards drawn from a deck.</summary>
internal sealed partial class Phrase(SplitMix chance, DateOnly day, Func<string, TextCard?> draw)
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>The comments that came with the cards drawn so far.</summary>
    public List<TextLine> CardLines { get; } = [];

    public string Fill(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
            return text;
        var result = new StringBuilder();
        var from = 0;
        while (open >= 0)
        {
            var close = text.IndexOf('}', open);
            result.Append(text, from, open - from).Append(Slot(text[(open + 1)..close]));
            from = close + 1;
            open = text.IndexOf('{', from);
        }
        return result.Append(text, from, text.Length - from).ToString();
    }

    private string Slot(string slot)
    {
        var equals = slot.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
            return _values[slot[..equals]] = Slot(slot[(equals + 1)..]);
        if (slot.Contains('|'))
            return chance.Pick(slot.Split('|'));
        if (_values.TryGetValue(slot, out var value))
            return value;
        if (Range().Match(slot) is { Success: true } range)
            return Number(range.Groups["low"].Value, range.Groups["high"].Value);
        if (Calendar().Match(slot) is { Success: true } date)
            return Date(
                date.Groups["word"].Value,
                date.Groups["add"].Success ? int.Parse(date.Groups["add"].Value, CultureInfo.InvariantCulture) : 0
            );
        var card = draw(slot) ?? throw new InvalidOperationException($"No deck named {slot}.");
        CardLines.AddRange(card.Lines);
        return Fill(card.Text);
    }

    private string Number(string low, string high)
    {
        if (!low.Contains('.'))
            return chance
                .Between(int.Parse(low, CultureInfo.InvariantCulture), int.Parse(high, CultureInfo.InvariantCulture))
                .ToString(CultureInfo.InvariantCulture);
        var from = double.Parse(low, CultureInfo.InvariantCulture);
        return (from + chance.Share() * (double.Parse(high, CultureInfo.InvariantCulture) - from)).ToString(
            "0.0",
            CultureInfo.InvariantCulture
        );
    }

    private string Date(string word, int add)
    {
        if (word == "week")
            return ISOWeek.GetWeekOfYear(day.AddDays(7 * add).ToDateTime(TimeOnly.MinValue)).ToString(CultureInfo.InvariantCulture);
        var then = day.AddDays(add);
        while (add != 0 && then.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            then = then.AddDays(add > 0 ? 1 : -1);
        return then.ToString(word == "day" ? "dddd" : "d MMMM", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<low>\d+(\.\d+)?)\.\.(?<high>\d+(\.\d+)?)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?<word>date|day|week)(?<add>[+-]\d+)?$")]
    private static partial Regex Calendar();
}
