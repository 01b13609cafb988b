using Intranet.Domain.Access;

namespace Intranet.Domain.Spaces;

/// <summary>The one table of who may take which step, by how the space shows itself. Acts refuse by it and buttons show by it.</summary>
public static class Steps
{
    public const string NotHere = "There is no such space here, or it is not open to you.";
    private const string SignIn = "Sign in to do this.";
    private const string Archived = "This space is archived. An owner can reopen it.";
    private const string ForMembers = "This is for members of the space. Join it first, or ask its owner.";
    private const string ForModerators = "Owners and moderators of the space do this.";
    private const string ForOwners = "Only an owner of the space does this.";
    private const string AlreadyIn = "You are a member of this space already.";
    private const string TakeInvitation = "You are invited: accept the invitation.";

    public static bool Allowed(Standing who, Approach approach, Step step, bool archived = false) =>
        Refusal(who, approach, step, archived) is null;

    public static void Must(Standing who, Approach approach, Step step, bool archived = false)
    {
        if (Refusal(who, approach, step, archived) is { } sentence)
            throw new Refusal(sentence);
    }

    /// <summary>Null when the step is allowed, otherwise the sentence that refuses it.</summary>
    public static string? Refusal(Standing who, Approach approach, Step step, bool archived = false)
    {
        if (who == Standing.Nobody)
            return SignIn;
        if (!Sees(who, approach))
            return NotHere;
        if (archived && !OutlastsArchiving(step))
            return Archived;
        return step switch
        {
            Step.Join => Join(who, approach),
            Step.Request => Request(who, approach),
            Step.WithdrawRequest => who == Standing.Requester ? null : "No request of yours is waiting here.",
            Step.Accept or Step.Refuse => who == Standing.Invited ? null : "No invitation for you is waiting here.",
            Step.Leave => Inside(who) ? null : ForMembers,
            Step.ConfirmGuest => From(Standing.Member, who, "Somebody who works here confirms a guest."),
            Step.Approve or Step.Decline or Step.Invite or Step.WithdrawInvitation or Step.Remove => From(
                Standing.Moderator,
                who,
                ForModerators
            ),
            Step.ChangeRole or Step.HandOver or Step.ExtendStay or Step.Archive or Step.Reopen or Step.Describe or Step.ChangeOpenness =>
                From(Standing.Owner, who, ForOwners),
        };
    }

    /// <summary>Whether a space that shows itself so exists at all for somebody who stands so.</summary>
    public static bool Sees(Standing who, Approach approach) =>
        who switch
        {
            Standing.Nobody or Standing.OutsideGuest => false,
            Standing.Outsider => approach is Approach.Open or Approach.Closed or Approach.UnlistedWithLink,
            Standing.Requester => approach != Approach.Secret,
            Standing.Invited or Standing.Guest or Standing.Member or Standing.Moderator or Standing.Owner => true,
        };

    /// <summary>Whether somebody who stands so has a place in the space.</summary>
    public static bool Inside(Standing who) => who >= Standing.Guest;

    private static string? Join(Standing who, Approach approach) =>
        Inside(who) ? AlreadyIn
        : who == Standing.Invited ? TakeInvitation
        : approach == Approach.Open ? null
        : "This space is not open to everyone: ask to join it.";

    private static string? Request(Standing who, Approach approach) =>
        Inside(who) ? AlreadyIn
        : who == Standing.Invited ? TakeInvitation
        : approach == Approach.Open ? "This space is open: join it without asking."
        : who == Standing.Requester ? "You have asked already. An owner or moderator will answer."
        : null;

    private static string? From(Standing least, Standing who, string refusal) =>
        who >= least ? null
        : Inside(who) ? refusal
        : ForMembers;

    /// <summary>Nobody new comes into an archived space and it is not changed; people may still go, and others be put in charge.</summary>
    private static bool OutlastsArchiving(Step step) =>
        step
            is Step.Leave
                or Step.Remove
                or Step.Reopen
                or Step.Decline
                or Step.Refuse
                or Step.WithdrawRequest
                or Step.WithdrawInvitation
                or Step.ChangeRole
                or Step.HandOver;
}
