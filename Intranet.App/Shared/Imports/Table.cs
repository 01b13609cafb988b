using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Imports;

/// <summary>A CSV file read by column name; unknown columns are left out, missing ones are empty.</summary>
public sealed class Table : IDisposable
{
    private readonly CsvReader _reader;
    private readonly Dictionary<string, int> _columns;
    private readonly Findings _findings;

    public Table(TextReader text, string[] known, string[] required, Findings findings)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MissingFieldFound = null,
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = 100_000,
        };
        _findings = findings;
        _reader = new CsvReader(text, configuration);
        if (!_reader.Read() || !_reader.ReadHeader())
            throw new Refusal("The file is empty: its first line must name the columns.");
        MustBeText(_reader.Parser.RawRecord, 1);
        if (_reader.HeaderRecord is [var only] && only.Contains(';'))
            throw new Refusal("The fields are separated by semicolons; commas are needed.");
        _columns = (_reader.HeaderRecord ?? [])
            .Select((name, index) => (Name: name.Trim().ToLowerInvariant(), index))
            .GroupBy(c => c.Name)
            .ToDictionary(c => c.Key, c => c.First().index);
        foreach (var missing in required.Where(c => !_columns.ContainsKey(c)))
            throw new Refusal($"The column \"{missing}\" is missing. The first line must be: {string.Join(',', known)}");
        foreach (var unknown in _columns.Keys.Except(known))
            findings.Add(1, "unknown column", $"The column \"{unknown}\" is not known and is left out.");
    }

    /// <summary>Line of the file that the current row ends on.</summary>
    public long Line => _reader.Parser.RawRow;

    /// <summary>Goes on to the next row that is whole.</summary>
    public bool Read()
    {
        while (true)
        {
            var first = Line + 1;
            if (!_reader.Read())
                return false;
            var raw = _reader.Parser.RawRecord;
            MustBeText(raw, first);
            if (!EndsInQuotes(raw))
                return true;
            _findings.Add(first, "unclosed quote", "A quote is opened here and never closed; this line and all after it are left out.");
        }
    }

    public string this[string column] => _columns.TryGetValue(column, out var index) ? _reader.GetField(index) ?? "" : "";

    private static void MustBeText(string raw, long line)
    {
        if (raw.Contains('\uFFFD'))
            throw new Refusal($"Line {line} is not in UTF-8. Save the file as UTF-8 and import it again.");
    }

    /// <summary>Whether a field is still in quotes where its row ends: only the end of the file ends such a row.</summary>
    private static bool EndsInQuotes(string raw)
    {
        var (quoted, starts) = (false, true);
        foreach (var c in raw)
            (quoted, starts) = c switch
            {
                // A doubled quote closes and opens again.
                '"' when quoted => (false, true),
                '"' when starts => (true, false),
                _ when quoted => (true, false),
                _ => (false, c == ',' || (starts && c == ' ')),
            };
        return quoted;
    }

    public void Dispose() => _reader.Dispose();
}
