namespace Intranet.Domain.Spaces;

/// <summary>What somebody may want to do about their own or another's place in a space, or about the space itself.</summary>
public enum Step
{
    Join,
    Request,
    WithdrawRequest,
    Approve,
    Decline,
    Invite,

    /// <summary>Stand for a guest as the named second approver, or decline to.</summary>
    ConfirmGuest,
    Accept,
    Refuse,
    WithdrawInvitation,
    Leave,
    Remove,
    ChangeRole,
    HandOver,
    Archive,
    Reopen,

    /// <summary>Rename and describe.</summary>
    Describe,
    ChangeOpenness,
    ExtendStay,
}
