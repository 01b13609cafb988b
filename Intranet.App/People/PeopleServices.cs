namespace Intranet.App.People;

internal static class PeopleServices
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<Personnel>();
        services.AddSingleton<Teams>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<Profiles>();
        services.AddSingleton<Placeholders>();
    }
}
