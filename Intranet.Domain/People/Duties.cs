namespace Intranet.Domain.People;

/// <summary>What a person looks after beyond their own work. None of them opens a closed room.</summary>
[Flags]
public enum Duties
{
    None = 0,

    /// <summary>Sees adoption figures of the whole organisation.</summary>
    Analyst = 1,

    /// <summary>Looks after people, teams and settings.</summary>
    Admin = 2,

    /// <summary>Sees who asked for which adoption figures; not the figures.</summary>
    WorksCouncil = 4,
}
