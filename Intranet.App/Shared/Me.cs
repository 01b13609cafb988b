using Intranet.App.Data;
using Intranet.Domain.People;

namespace Intranet.App.Shared;

/// <summary>The person at this screen, as they are now; it is replaced when their rights change.</summary>
public sealed record Me(
    Guid Id,
    string Name,
    string Email,
    PersonKind Kind,
    Duties Duties,
    Guid? TeamId,
    bool LeadsTeam,
    TimeZoneInfo Zone,
    string? Language,
    string? AvatarKey
)
{
    public Viewer Viewer => new(Id);
    public bool Employee => Kind == PersonKind.Employee;
    public bool Admin => Employee && Duties.HasFlag(Duties.Admin);
    public bool Analyst => Employee && Duties.HasFlag(Duties.Analyst);
    public bool WorksCouncil => Employee && Duties.HasFlag(Duties.WorksCouncil);
    public bool SeesAdoption => Analyst || (Employee && LeadsTeam);
}
