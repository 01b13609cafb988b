using System.Globalization;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Pictures = Intranet.App.Shared.Images.Pictures;

namespace Intranet.App.Feeds;

/// <summary>The two doors for pictures: bringing one in, and showing it to those who may see where it stands.</summary>
internal static class PictureDoors
{
    public static void MapPictures(this WebApplication app)
    {
        app.MapPost("/api/images", Bring).RequireAuthorization();
        app.MapGet("/files/images/{id:guid}/{width:int}.webp", Show).RequireAuthorization();
    }

    private static async Task<IResult> Bring(HttpContext http, Pictures pictures, Incoming incoming, IBlobs blobs, Store store, Pace pace)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Pictures.MaxBytes + 1;
        // A page elsewhere cannot set this type without asking first, so a forged form does not get through.
        if (http.Request.ContentType?.StartsWith("image/", StringComparison.Ordinal) != true)
            return Answers.Refused("Only pictures can be put here.");
        var viewer = new Viewer(Sessions.Person(http.User));
        try
        {
            var me = viewer.PersonId!.Value;
            pace.Take(me);
            using var turn =
                Turn.Of(me) ?? throw new Refusal("Two pictures of yours are on their way already. Send the next when they are here.");
            var drawn = await pictures.ReencodeAsync(http.Request.Body, http.RequestAborted);
            var keys = new List<string>();
            foreach (var size in drawn.Sizes)
            {
                keys.Add(await incoming.PutAsync(size.WebP));
            }
            var sizes = drawn.Sizes.Zip(keys, (size, key) => string.Create(CultureInfo.InvariantCulture, $"{size.Slot}={key}"));
            var id = await store.Write(
                viewer,
                async work =>
                {
                    await work.Actor();
                    await Strays.Hold(work, blobs, keys);
                    var id = Guid.CreateVersion7(work.Now);
                    var picture = new Picture(id, me, string.Join(';', sizes), drawn.Width, drawn.Height, work.Now);
                    work.Db.Pictures.Add(picture);
                    return picture.Id;
                }
            );
            var shown = drawn.Sizes[1];
            return Results.Ok(
                new
                {
                    url = $"/files/images/{id}/{shown.Slot}.webp",
                    width = shown.Width,
                    height = shown.Height,
                }
            );
        }
        catch (Refusal refusal)
        {
            return Answers.Refused(refusal);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Answers.Refused(Pictures.TooLarge, e.StatusCode);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, int width, Store store, IBlobs blobs)
    {
        var keys = await store.Read(
            new Viewer(Sessions.Person(http.User)),
            db => db.Pictures.Where(p => p.Id == id).Select(p => p.BlobKey).SingleOrDefaultAsync()
        );
        var slot = string.Create(CultureInfo.InvariantCulture, $"{width}=");
        var key = keys?.Split(';').FirstOrDefault(k => k.StartsWith(slot, StringComparison.Ordinal))?[slot.Length..];
        if (key is null || await blobs.Find(key, http.RequestAborted) is not { } picture)
            return Results.NotFound();
        http.Response.Harmless();
        return Results.File(picture, "image/webp", entityTag: new($"\"{key[..32]}\""));
    }

    /// <summary>A picture on its way costs much more than its bytes, and all wait in one line; the composer sends one after another.</summary>
    private sealed class Turn : IDisposable
    {
        private const int Most = 2;
        private static readonly Dictionary<Guid, int> Taken = [];
        private readonly Guid _person;

        private Turn(Guid person) => _person = person;

        public static Turn? Of(Guid person)
        {
            lock (Taken)
            {
                if (Taken.GetValueOrDefault(person) >= Most)
                    return null;
                Taken[person] = Taken.GetValueOrDefault(person) + 1;
                return new Turn(person);
            }
        }

        public void Dispose()
        {
            lock (Taken)
                if (--Taken[_person] == 0)
                    Taken.Remove(_person);
        }
    }
}
