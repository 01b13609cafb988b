using Intranet.Domain.Access;
using Intranet.Domain.People;

namespace Intranet.Domain.Spaces;

/// <summary>Somebody at the door of a space, and what they may do from there.</summary>
/// <param name="Former">The place of an earlier stay, if there was one.</param>
/// <param name="Request">What this person asked before, if anything.</param>
public sealed record Caller(
    Person Person,
    Space Space,
    Standing Standing,
    Approach Approach,
    Membership? Former = null,
    AccessRequest? Request = null
)
{
    public bool May(Step step) => Steps.Allowed(Standing, Approach, step, Space.Archived);

    /// <summary>Comes in through an open door.</summary>
    public Membership Join(DateTimeOffset at)
    {
        Must(Step.Join);
        return Enter(SpaceRole.Member, at);
    }

    /// <summary>Asks to be let in; a former request of the same person is opened again.</summary>
    public AccessRequest Ask(Guid id, string? message, DateTimeOffset at)
    {
        Must(Step.Request);
        if (Request is null)
            return new AccessRequest(id, Space.Id, Person.Id, message, at);
        Request.Ask(message, at);
        return Request;
    }

    public void Withdraw(DateTimeOffset at)
    {
        Must(Step.WithdrawRequest);
        Request!.Decide(admitted: false, Person.Id, reason: null, at);
    }

    /// <summary>Takes up an invitation: exactly the place it names, for as long as it says.</summary>
    public Membership Accept(Invitation invitation, DateTimeOffset at)
    {
        Must(Step.Accept);
        MustBeFor(invitation);
        invitation.TakeUp(at);
        var place = Enter(invitation.Role, at);
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

    private Membership Enter(SpaceRole role, DateTimeOffset at)
    {
        if (Former is null)
            return new Membership(Space, Person, role, at);
        Former.Return(role, at);
        return Former;
    }

    private void MustBeFor(Invitation invitation)
    {
        if (invitation.SpaceId != Space.Id || invitation.PersonId != Person.Id)
            throw new Refusal("This invitation is for somebody else.");
    }

    private void Must(Step step) => Steps.Must(Standing, Approach, step, Space.Archived);
}
