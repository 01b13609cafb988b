using Intranet.App.Data;
using Microsoft.AspNetCore.Identity;

namespace Intranet.App.Access;

/// <summary>Sign-in and what belongs to it.</summary>
internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<IntranetDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "intranet";
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/sign-in";
            cookie.ReturnUrlParameter = "to";
        });
        services.AddAuthorization();
    }

    public static void MapAccess(this WebApplication app)
    {
        app.MapPost(
            "/sign-out",
            async (SignInManager<Account> signIn) =>
            {
                await signIn.SignOutAsync();
                return Results.LocalRedirect("/sign-in");
            }
        );
    }
}
