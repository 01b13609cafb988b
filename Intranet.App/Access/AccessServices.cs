using Intranet.App.Data;
using Intranet.App.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Intranet.App.Access;

/// <summary>Sign-in and what belongs to it.</summary>
internal static class AccessServices
{
    /// <summary>What commands and tests need as well: accounts and sessions without a browser.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<AppPasswords>();
        services.AddSingleton<Throttle>();
        services.AddSingleton<Demo>();
    }

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped(s => ForIdentity(s.GetRequiredService<Databases>()));
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, AppPasswordSignIn>(SignInSchemes.AppPassword, null);
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedAccount = true;
            })
            .AddEntityFrameworkStores<IntranetDb>()
            .AddSignInManager<Door>()
            .AddDefaultTokenProviders();
        services.AddScoped<IUserConfirmation<Account>, ActivePeopleOnly>();
        services.AddScoped<Entrance>();
        services.AddScoped<Proof>();
        services.AddScoped<Security.TwoStep>();
        services.AddSingleton<SessionCookie>();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "intranet";
            cookie.ExpireTimeSpan = Sessions.Idle;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/not-found";
            cookie.ReturnUrlParameter = "to";
            cookie.EventsType = typeof(SessionCookie);
        });
        services.AddAuthorization();
    }

    public static void MapAccess(this WebApplication app)
    {
        app.MapPost(
            "/sign-out",
            async (Door door) =>
            {
                await door.SignOutAsync();
                return Results.LocalRedirect("/sign-in");
            }
        );
        app.MapPasskeys();
    }

    /// <summary>Identity changes what it has read.</summary>
    private static IntranetDb ForIdentity(Databases databases) => databases.Open(Viewer.Nobody, tracks: true);
}
