using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Documents.Sharing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Intranet.App.Documents.Sharing;

/// <summary>The way in for outsiders: a plain form, read file by file as it comes, so that no file is ever whole in memory.</summary>
internal static class HandInDoor
{
    public const int MostFiles = 20;
    private const int FieldLimit = 1_000;
    private const long Longest = MostFiles * Received.Largest + 1_000_000;

    public static void MapHandIn(this WebApplication app) => app.MapPost("/s/{key}/hand-in", Take).DisableAntiforgery();

    private static async Task<IResult> Take(
        HttpContext http,
        string key,
        Outside outside,
        Pass pass,
        Receiving receiving,
        Throttle throttle
    )
    {
        if (await outside.Find(key) is not { Link.Kind: ShareKind.Receive } open || !pass.Opens(http, open.Link))
            return Results.NotFound();
        if (throttle.Take(($"hand-in {Throttle.AddressOf(http)}", Throttle.FreeTriesPerAddress)) is { } wait)
            return Back(Throttle.Words(wait));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Longest;
        var files = 0;
        try
        {
            files = await Read(http, open, receiving);
            return files == 0 ? Back("Choose a file first.") : Results.LocalRedirect($"{LinkRow.Address(key)}?thanks={files}");
        }
        catch (Refusal refusal)
        {
            return Back(refusal.Message);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException && !http.RequestAborted.IsCancellationRequested)
        {
            return Back("This form could not be read. Try again with fewer files.");
        }

        IResult Back(string sentence)
        {
            pass.Say(http, open.Link, sentence);
            return Results.LocalRedirect(LinkRow.Address(key));
        }
    }

    private static async Task<int> Read(HttpContext http, OpenLink open, Receiving receiving)
    {
        var boundary = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        if (boundary is not { Length: > 0 and <= 200 })
            throw new Refusal("This form could not be read. Try again.");
        var reader = new MultipartReader(boundary, http.Request.Body) { BodyLengthLimit = null };
        var (from, files) = ("", 0);
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var what))
                continue;
            if (what.IsFormDisposition() && what.Name == "from")
                from = await Field(section);
            else if (what.IsFileDisposition() && Name(what) is { Length: > 0 } name)
            {
                if (++files > MostFiles)
                    throw new Refusal($"At most {MostFiles} files at once. The first {MostFiles} have arrived.");
                await receiving.HandIn(open, name, from, section.Body, http.RequestAborted);
            }
        }
        return files;
    }

    private static string Name(ContentDispositionHeaderValue what) =>
        Path.GetFileName(
            (HeaderUtilities.RemoveQuotes(what.FileNameStar.HasValue ? what.FileNameStar : what.FileName).Value ?? "").Replace('\\', '/')
        );

    private static async Task<string> Field(MultipartSection section)
    {
        using var reader = new StreamReader(section.Body);
        var text = new char[FieldLimit];
        return new string(text, 0, await reader.ReadBlockAsync(text));
    }
}
