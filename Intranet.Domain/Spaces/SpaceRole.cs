namespace Intranet.Domain.Spaces;

/// <summary>What a member may do in a space; a higher number may do more.</summary>
public enum SpaceRole
{
    Guest = 0,
    Member = 1,
    Moderator = 2,
    Owner = 3,
}
