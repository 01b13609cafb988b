using Intranet.App.Data;

namespace Intranet.App.Admin.Demo;

/// <summary>Those of the demo company as whom one can look around: one for each way of seeing the intranet.</summary>
internal static class DemoCast
{
    private static readonly (string Key, string Role)[] Roles =
    [
        ("zofia", "Employee"),
        ("dorota", "Employee who reads by mail"),
        ("tomasz", "Manager"),
        ("margit", "Sponsor"),
        ("viktor", "Analyst"),
        ("natalia", "Works council"),
        ("miriam", "Administrator"),
        ("lotte", "Owner of a closed space"),
        ("ulrike", "Guest"),
    ];

    public static IReadOnlyList<DemoRole> Of(DemoIds ids) => [.. Roles.Select(role => new DemoRole(ids.Person(role.Key), role.Role))];
}
