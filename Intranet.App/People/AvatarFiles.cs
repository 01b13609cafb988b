using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People;

/// <summary>Serves people's pictures to those who may see the person, or read something the person wrote.</summary>
internal static class AvatarFiles
{
    /// <summary>The address of a person's picture; null when it is drawn. It changes with the picture, so browsers may keep it.</summary>
    public static string? Url(Guid personId, string? key) => AvatarAddress.Of(personId, key);

    public static void MapAvatars(this WebApplication app) =>
        app.MapGet(
                "/files/avatars/{personId:guid}/{version}.webp",
                async (Guid personId, string version, HttpContext http, Persona persona, Store store, IBlobs blobs) =>
                {
                    if (await persona.Of(http.User) is not { } me)
                        return Results.NotFound();
                    // Authors stay named, and pictured, beside what one may read: bylines have no rule of sight of their own, the person or a post of theirs must be in sight.
                    var key = await store.Read(
                        me.Viewer,
                        db =>
                            db.Bylines.Where(b =>
                                    b.Id == personId
                                    && (
                                        db.People.Any(p => p.Id == personId)
                                        || db.Posts.Any(p => p.AuthorId == personId)
                                        || db.Comments.Any(c => c.AuthorId == personId)
                                    )
                                )
                                .Select(b => b.AvatarKey)
                                .SingleOrDefaultAsync()
                    );
                    if (
                        key is null
                        || !key.StartsWith(version, StringComparison.Ordinal)
                        || await blobs.Find(key, http.RequestAborted) is not { } picture
                    )
                        return Results.NotFound();
                    http.Response.Headers.CacheControl = "private, max-age=604800, immutable";
                    http.Response.Harmless();
                    return Results.File(picture, "image/webp");
                }
            )
            .RequireAuthorization();
}
