using Microsoft.AspNetCore.Components;

namespace Intranet.App.Shared;

/// <summary>Values any component of a screen may ask for as a cascading parameter. They come from the screen's services, so nothing has to stand around those who ask.</summary>
internal static class Cascades
{
    public static void AddCascade<T>(this IServiceCollection services)
        where T : class
    {
        services.AddScoped(_ => new CascadingValueSource<T?>(value: null, isFixed: false));
        services.AddCascadingValue(s => s.GetRequiredService<CascadingValueSource<T?>>());
    }
}
