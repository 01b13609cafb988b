namespace Intranet.Domain.People;

/// <summary>Whether somebody belongs to the organisation or was let in to single spaces.</summary>
public enum PersonKind
{
    Employee = 0,
    Guest = 1,
}
