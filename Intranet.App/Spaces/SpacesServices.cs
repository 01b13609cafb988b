namespace Intranet.App.Spaces;

internal static class SpacesServices
{
    public static void AddSpaces(this IServiceCollection services)
    {
        services.AddSingleton<Premises>();
        services.AddSingleton<SpaceDirectory>();
        services.AddSingleton<Admissions>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<GuestInvitations>();
        services.AddSingleton<Rosters>();
        services.AddSingleton<Vacancies>();
        services.AddHostedService<Departures>();
    }
}
