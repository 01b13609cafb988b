using System.Globalization;
using Intranet.App.Data;
using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>The query log as a file, for the same eyes and by the same filter as the page.</summary>
internal static class QueryFile
{
    /// <summary>More than 13 months of a large organisation; whoever has more asks by person or time.</summary>
    public const int MostLines = 100_000;
    public const string Path = "/adoption/queries.csv";

    public static void MapAdoption(this WebApplication app)
    {
        app.MapGet(Path, Send).RequireAuthorization();
        app.MapOwnFile();
    }

    private static async Task<IResult> Send(
        string? person,
        string? from,
        string? to,
        HttpContext http,
        Shared.Persona persona,
        QueryLog log
    )
    {
        if (await persona.Of(http.User) is not { WorksCouncil: true } me)
            return Results.NotFound();
        var filter = QueryFilter.Of(person, from, to, me.Zone);
        return Results.Stream(body => Write(body, log, me.Viewer, filter), "text/csv; charset=utf-8", "query-log.csv");
    }

    /// <summary>Page by page, so that no reader of the database stays open while the file is sent.</summary>
    private static async Task Write(Stream body, QueryLog log, Viewer viewer, QueryFilter filter)
    {
        await using var text = new StreamWriter(body);
        Csv.Line(text, "at", "person", "personId", "source", "scope", "window");
        Guid? last = null;
        for (var sent = 0; sent < MostLines; sent += QueryLog.PageSize)
        {
            var page = await log.Page(viewer, filter, last);
            foreach (var line in page.Take(QueryLog.PageSize))
                Csv.Line(
                    text,
                    line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    line.Who,
                    line.PersonId?.ToString(),
                    line.Source,
                    line.Scope,
                    line.Window
                );
            await text.FlushAsync();
            if (page.Count <= QueryLog.PageSize)
                return;
            last = page[QueryLog.PageSize - 1].Id;
        }
    }
}
