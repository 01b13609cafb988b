using System.Globalization;
using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>What was counted of a person, week by week, as a file for that person.</summary>
internal static class OwnFile
{
    public const string Path = "/adoption/me.csv";

    public static void MapOwnFile(this WebApplication app) => app.MapGet(Path, Send).RequireAuthorization();

    private static async Task<IResult> Send(HttpContext http, Shared.Persona persona, OwnFigures figures)
    {
        if (await persona.Of(http.User) is not { Employee: true } me)
            return Results.NotFound();
        var weeks = await figures.All(me.Viewer);
        return Results.Stream(body => Write(body, weeks), "text/csv; charset=utf-8", "my-numbers.csv");
    }

    private static async Task Write(Stream body, IReadOnlyList<OwnWeek> weeks)
    {
        await using var text = new StreamWriter(body);
        Csv.Line(text, "week", "read", "reacted", "answered", "written");
        foreach (var week in weeks)
            Csv.Line(text, [week.Week, .. new[] { week.Opened, week.Reacted, week.Answered, week.Authored }.Select(Word)]);
        await text.FlushAsync();
    }

    private static string Word(int number) => number.ToString(CultureInfo.InvariantCulture);
}
