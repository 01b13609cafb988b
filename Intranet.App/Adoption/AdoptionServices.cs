using Intranet.App.Adoption.Imports;
using Intranet.App.Data;

namespace Intranet.App.Adoption;

internal static class AdoptionServices
{
    public static void AddAdoption(this IServiceCollection services)
    {
        services.AddSingleton<Rollup>();
        services.AddSingleton<LedgerReader>(s => s.GetRequiredService<Rollup>());
        services.AddSingleton<Figures>();
        services.AddSingleton<Dashboards>();
        services.AddSingleton<QueryLog>();
        services.AddSingleton<OwnFigures>();
        services.AddSingleton<ActivityImport>();
    }
}
