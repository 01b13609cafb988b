using Intranet.App.Shared.Imports;
using Intranet.Domain.Access;
using Intranet.Domain.People;

namespace Intranet.App.People.Imports;

/// <summary>One person as a file describes them.</summary>
internal sealed record PersonRow(
    long Line,
    string Email,
    string Name,
    string? Team,
    string? Manager,
    string? Title,
    string? Location,
    PersonKind Kind
);

/// <summary>Reads people from a CSV file and sorts out what cannot be taken.</summary>
internal static class PeopleRows
{
    public const int MostRows = 500_000;
    private static readonly string[] Columns = ["email", "name", "team", "manager", "title", "location", "kind"];

    public static (List<PersonRow> Rows, long Read) Read(InputFile file, Findings findings, IProgress<double> progress)
    {
        var read = 0L;
        using var table = new Table(file.Text, Columns, ["email", "name"], findings);
        var rows = new List<PersonRow>();
        var seen = new Dictionary<string, long>();
        while (table.Read())
        {
            read++;
            progress.Report(file.Done);
            if (rows.Count == MostRows)
                throw new Refusal($"A file may hold {MostRows:N0} people at most. Split it.");
            if (Parse(table, findings) is not { } row)
                continue;
            if (!seen.TryAdd(row.Email, row.Line))
                findings.Add(row.Line, "duplicate", $"{row.Email} stands in line {seen[row.Email]} already; this line is left out.");
            else
                rows.Add(row);
        }
        return (rows, read);
    }

    private static PersonRow? Parse(Table table, Findings findings)
    {
        try
        {
            var email = Person.Canonical(table["email"]);
            var name = OneLine.Of(table["name"]);
            if (name.Length is 0 or > Person.NameLimit)
                throw new Refusal($"A name with 1 to {Person.NameLimit} characters is missing.");
            var kind = table["kind"].ToLowerInvariant() switch
            {
                "" or "employee" => PersonKind.Employee,
                "guest" => PersonKind.Guest,
                var other => throw new Refusal($"\"{other}\" is no kind of person; use employee or guest."),
            };
            return new PersonRow(
                table.Line,
                email,
                name,
                Field(table, "team"),
                Field(table, "manager")?.ToLowerInvariant(),
                Field(table, "title"),
                Field(table, "location"),
                kind
            );
        }
        catch (Refusal refusal)
        {
            findings.Add(table.Line, "unusable line", refusal.Message);
            return null;
        }
    }

    private static string? Field(Table table, string column)
    {
        var text = OneLine.Of(table[column]);
        return text.Length switch
        {
            0 => null,
            > Person.FieldLimit when column != "manager" => throw new Refusal(
                $"The {column} is longer than {Person.FieldLimit} characters."
            ),
            _ => text,
        };
    }
}
