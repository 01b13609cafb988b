namespace Intranet.App.Admin.Start;

internal static class StartServices
{
    public static void AddFirstStart(this IServiceCollection services)
    {
        services.AddSingleton<FirstStart>();
        services.AddSingleton<SetUpCode>();
    }

    /// <summary>Until somebody has set it up, every page leads to the welcome page; afterwards the welcome page is gone.</summary>
    public static void UseFirstStart(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var path = http.Request.Path;
                var welcome = path.StartsWithSegments("/welcome");
                var page = welcome || !(Path.HasExtension(path) || path.StartsWithSegments("/_framework"));
                if (page && await http.RequestServices.GetRequiredService<FirstStart>().Awaited() != welcome)
                    http.Response.Redirect(welcome ? "/" : "/welcome");
                else
                    await next(http);
            }
        );
}
