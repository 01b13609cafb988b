using Intranet.Domain.Documents.Approving;

namespace Intranet.App.Documents.Approving;

/// <summary>How far an approval has come, in the words and colours of the screens.</summary>
internal static class ApprovalWords
{
    public static string Say(ApprovalState state) =>
        state switch
        {
            ApprovalState.Waiting => "waits for approval",
            ApprovalState.Approved => "approved",
            ApprovalState.Declined => "not approved",
            ApprovalState.Withdrawn => "taken back",
        };

    public static string? Colour(ApprovalState state) =>
        state switch
        {
            ApprovalState.Approved => "good",
            ApprovalState.Waiting or ApprovalState.Declined => "warn",
            ApprovalState.Withdrawn => null,
        };
}
