namespace Intranet.Domain.Spaces;

/// <summary>What a space is for.</summary>
public enum SpacePurpose
{
    Team = 0,
    Project = 1,
    Community = 2,
    ClientRoom = 3,
}
