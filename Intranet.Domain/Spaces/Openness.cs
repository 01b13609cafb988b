namespace Intranet.Domain.Spaces;

/// <summary>Who may know of a space, and how one gets in.</summary>
public enum Openness
{
    /// <summary>Every employee reads and joins.</summary>
    Open = 0,

    /// <summary>Listed by name for every employee; members read; one asks to join.</summary>
    Closed = 1,

    /// <summary>Not listed; whoever has the link may ask to join.</summary>
    Unlisted = 2,

    /// <summary>Nobody outside knows of it; by invitation.</summary>
    Secret = 3,
}
