using System.Globalization;
using System.Text;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;

namespace Intranet.App.Admin.Demo;

/// <summary>Who works in the demo company, in which team, and which spaces they keep.</summary>
internal static class Cast
{
    public const string Organisation = "Aerholt";

    public static IReadOnlyList<DemoTeam> Teams { get; } =
    [.. Rows("teams").Select(row => new DemoTeam(row[0], row[1], row[2] == "" ? null : row[2], row[3]))];

    public static IReadOnlyList<CastPerson> People { get; } = [.. Rows("people").Select(ReadPerson)];

    public static IReadOnlyDictionary<string, CastPerson> ByKey { get; } = People.ToDictionary(person => person.Key);

    public static IReadOnlyList<CastSpace> Spaces { get; } =
    [
        .. Rows("spaces")
            .Select(row => new CastSpace(
                row[0],
                row[1],
                Enum.Parse<SpacePurpose>(row[2], ignoreCase: true),
                Enum.Parse<Openness>(row[3], ignoreCase: true),
                row[4],
                row[5].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                int.Parse(row[6], CultureInfo.InvariantCulture),
                row[7].Split(' ', StringSplitOptions.RemoveEmptyEntries),
                row[8]
            )),
    ];

    private static IEnumerable<string[]> Rows(string file) =>
        DemoTexts
            .Lines(file)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static CastPerson ReadPerson(string[] row)
    {
        var options = row[7]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(option => option.Split('='))
            .ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "");
        var local = options.GetValueOrDefault("email") ?? Plain(row[1]);
        int? Week(string name) => options.TryGetValue(name, out var week) ? int.Parse(week, CultureInfo.InvariantCulture) : null;
        Duties Duty(string name, Duties duty) => options.ContainsKey(name) ? duty : Duties.None;
        return new CastPerson(
            row[0],
            row[1],
            local.Contains('@') ? local : local + "@aerholt.example",
            row[2],
            row[3] == "guest" ? null : row[3],
            options.GetValueOrDefault("boss"),
            row[4],
            row[5],
            row[6],
            Duty("admin", Duties.Admin) | Duty("analyst", Duties.Analyst) | Duty("council", Duties.WorksCouncil),
            Week("from"),
            Week("to")
        );
    }

    private static string Plain(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (letter is >= 'a' and <= 'z')
                text.Append(letter);
            else
                text.Append(
                    letter switch
                    {
                        ' ' => ".",
                        '-' => "-",
                        'ł' => "l",
                        'ø' => "o",
                        'ß' => "ss",
                        'æ' => "ae",
                        'ı' => "i",
                        _ => "",
                    }
                );
        }
        return text.ToString();
    }
}

/// <summary>A row of the cast; weeks count from 1, the first week of the demo.</summary>
internal sealed record CastPerson(
    string Key,
    string Name,
    string Email,
    string Title,
    string? Team,
    string? Boss,
    string Place,
    string Language,
    string Pronouns,
    Duties Duties,
    int? FromWeek,
    int? ToWeek
)
{
    public bool Guest => Team is null;

    public bool HereIn(int week) => week >= (FromWeek ?? 1) && week <= (ToWeek ?? int.MaxValue);
}

/// <summary>A space as the texts lay it out; members are teams with the share that joins, or persons.</summary>
internal sealed record CastSpace(
    string Key,
    string Name,
    SpacePurpose Purpose,
    Openness Openness,
    string Owner,
    IReadOnlyList<string> Moderators,
    int FromWeek,
    IReadOnlyList<string> Members,
    string About
);
