namespace Intranet.Tests.Traces;

/// <summary>Who looks from outside.</summary>
public enum Onlooker
{
    Outsider,
    Administrator,
    FormerMember,
    GuestElsewhere,
    ExpiredGuest,
    Deactivated,
    SignedOut,
}
