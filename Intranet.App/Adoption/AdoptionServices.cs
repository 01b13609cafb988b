using Intranet.App.Adoption.Imports;

namespace Intranet.App.Adoption;

internal static class AdoptionServices
{
    public static void AddAdoption(this IServiceCollection services)
    {
        services.AddSingleton<Rollup>();
        services.AddSingleton<Figures>();
        services.AddSingleton<Dashboards>();
        services.AddSingleton<OwnFigures>();
        services.AddSingleton<ActivityImport>();
    }
}
