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

    public Table(TextReader text, string[] known, string[] required, Findings findings)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MissingFieldFound = null,
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = 100_000,
        };
        _reader = new CsvReader(text, configuration);
        if (!_reader.Read() || !_reader.ReadHeader())
            throw new Refusal("The file is empty: its first line must name the columns.");
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

    public bool Read() => _reader.Read();

    public string this[string column] => _columns.TryGetValue(column, out var index) ? _reader.GetField(index) ?? "" : "";

    public void Dispose() => _reader.Dispose();
}
