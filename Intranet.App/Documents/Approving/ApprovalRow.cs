using Intranet.Domain.Documents.Approving;
using Intranet.Domain.Spaces;

namespace Intranet.App.Documents.Approving;

/// <summary>An approval as it is shown beside its document.</summary>
public sealed record ApprovalRow(
    Guid Id,
    int Number,
    string AskedBy,
    DateTimeOffset AskedAt,
    string? Note,
    ApprovalState State,
    DateTimeOffset? EndedAt,
    IReadOnlyList<VoiceRow> Voices,
    bool MayJudge,
    bool MayWithdraw
)
{
    internal static ApprovalRow Of(Approval approval, IReadOnlyDictionary<Guid, string> names, Membership? member) =>
        new(
            approval.Id,
            approval.Number,
            Name(names, approval.AskedById),
            approval.AskedAt,
            approval.Note,
            approval.State,
            approval.EndedAt,
            [.. approval.Voices.Select(v => new VoiceRow(Name(names, v.PersonId), v.Agrees, v.Word, v.At)).OrderBy(v => v.Person)],
            member?.MayJudge(approval) == true,
            member?.MayWithdraw(approval) == true
        );

    private static string Name(IReadOnlyDictionary<Guid, string> names, Guid id) => names.GetValueOrDefault(id) ?? "Somebody";
}

/// <param name="Agrees">Null until they have answered.</param>
public sealed record VoiceRow(string Person, bool? Agrees, string? Word, DateTimeOffset? At);
