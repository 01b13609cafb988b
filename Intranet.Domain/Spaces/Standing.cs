using Intranet.Domain.People;

namespace Intranet.Domain.Spaces;

/// <summary>How somebody stands towards a space at this moment. Admins and former members stand outside like everybody else.</summary>
public enum Standing
{
    /// <summary>Not signed in, or deactivated.</summary>
    Nobody,
    OutsideGuest,
    Outsider,
    Requester,
    Invited,
    Guest,
    Member,
    Moderator,
    Owner,
}

/// <summary>Reads a person's standing from the rows that tell it.</summary>
public static class Standings
{
    public static Standing Of(Person? person, Membership? place, AccessRequest? request, Invitation? invitation, DateTimeOffset now)
    {
        if (person is not { Active: true })
            return Standing.Nobody;
        if (place is not null && place.Lasts(now))
            return person.Kind == PersonKind.Guest ? Standing.Guest : place.Standing;
        if (invitation is not null && invitation.PersonId == person.Id && invitation.MayBeTakenUp(now))
            return Standing.Invited;
        if (person.Kind == PersonKind.Guest)
            return Standing.OutsideGuest;
        return request is { Open: true } ? Standing.Requester : Standing.Outsider;
    }
}
