using Intranet.App.Shared;
using Intranet.Domain.Access;
using Microsoft.AspNetCore.Antiforgery;

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
                async (HttpContext http, Door door, Proof proof, IAntiforgery antiforgery, Persona persona) =>
                {
                    await antiforgery.ValidateRequestAsync(http);
                    if (await persona.Of(http.User) is not { } me)
                        return Results.NotFound();
                    // Asked here already, so that no device keeps a passkey that is refused afterwards.
                    try
                    {
                        await proof.Of(
                            me,
                            http.Request.HasFormContentType ? (await http.Request.ReadFormAsync())["Password"].ToString() : null
                        );
                    }
                    catch (Refusal refusal)
                    {
                        return Answers.Refused(refusal.Message);
                    }
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
