namespace Intranet.Domain.Spaces;

/// <summary>A space as it shows itself to one person: its openness, and for an unlisted one whether the person came by its link.</summary>
public enum Approach
{
    Open,
    Closed,
    UnlistedWithLink,
    UnlistedWithout,
    Secret,
}

/// <summary>Reads the approach from the openness.</summary>
public static class Approaches
{
    public static Approach Of(Openness openness, bool hasLink) =>
        openness switch
        {
            Openness.Open => Approach.Open,
            Openness.Closed => Approach.Closed,
            Openness.Unlisted => hasLink ? Approach.UnlistedWithLink : Approach.UnlistedWithout,
            Openness.Secret => Approach.Secret,
        };
}
