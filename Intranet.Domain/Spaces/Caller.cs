using Intranet.Domain.Access;
using Intranet.Domain.People;

namespace Intranet.Domain.Spaces;

/// <summary>Somebody at the door of a space, and what they may do from there.</summary>
public sealed record Caller(Person Person, Space Space, Standing Standing, Approach Approach)
{
    public bool May(Step step) => Steps.Allowed(Standing, Approach, step, Space.Archived);

    /// <summary>Comes in through an open door. <paramref name="former"/> is the place of an earlier stay, if there was one.</summary>
    public Membership Join(Membership? former, DateTimeOffset at)
    {
        Must(Step.Join);
        return Enter(former, SpaceRole.Member, at);
    }

    /// <summary>Asks to be let in; a former request of the same person is opened again.</summary>
    public AccessRequest Ask(Guid id, AccessRequest? former, string? message, DateTimeOffset at)
    {
        Must(Step.Request);
        if (former is null)
            return new AccessRequest(id, Space.Id, Person.Id, message, at);
        former.Ask(message, at);
        return former;
    }

    public void Withdraw(AccessRequest mine, DateTimeOffset at)
    {
        Must(Step.WithdrawRequest);
        mine.Decide(admitted: false, Person.Id, reason: null, at);
    }

    /// <summary>Takes up an invitation: exactly the place it names, for as long as it says.</summary>
    public Membership Accept(Invitation invitation, Membership? former, DateTimeOffset at)
    {
        Must(Step.Accept);
        MustBeFor(invitation);
        invitation.TakeUp(at);
        var place = Enter(former, invitation.Role, at);
        place.StayUntil(invitation.StayEndsAt);
        place.SecondApproverId = invitation.SecondApproverId;
        return place;
    }

    public void Refuse(Invitation invitation, DateTimeOffset at)
    {
        Must(Step.Refuse);
        MustBeFor(invitation);
        invitation.Withdraw(at);
    }

    private Membership Enter(Membership? former, SpaceRole role, DateTimeOffset at)
    {
        if (former is null)
            return new Membership(Space, Person, role, at);
        former.Return(role, at);
        return former;
    }

    private void MustBeFor(Invitation invitation)
    {
        if (invitation.SpaceId != Space.Id || invitation.PersonId != Person.Id)
            throw new Refusal("This invitation is for somebody else.");
    }

    private void Must(Step step) => Steps.Must(Standing, Approach, step, Space.Archived);
}
