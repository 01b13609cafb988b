using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Intranet.App.Access;

/// <summary>What the browser asks for before it makes or uses a passkey.</summary>
internal static class Passkeys
{
    public const int Most = 20;
    public const int NameLimit = 60;

    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost(
                "/api/passkeys/new",
                async (HttpContext http, UserManager<Account> users, Door door, IAntiforgery antiforgery, Shared.Persona persona) =>
                {
                    await antiforgery.ValidateRequestAsync(http);
                    if (await persona.Of(http.User) is not { } me)
                        return Results.NotFound();
                    var options = await door.MakePasskeyCreationOptionsAsync(
                        new()
                        {
                            Id = me.Id.ToString(),
                            Name = me.Email,
                            DisplayName = me.Name,
                        }
                    );
                    return Results.Content(options, "application/json");
                }
            )
            .RequireAuthorization();
        // No email is taken here: the passkey names its account, and the answer tells nobody who has one.
        app.MapPost(
            "/api/passkeys/known",
            async (HttpContext http, Door door, IAntiforgery antiforgery) =>
            {
                await antiforgery.ValidateRequestAsync(http);
                return Results.Content(await door.MakePasskeyRequestOptionsAsync(null), "application/json");
            }
        );
    }
}
