using Intranet.App.Shared;
using Intranet.Domain.Activity;
using Intranet.Domain.Notifications;

namespace Intranet.App.Notifications;

/// <summary>One line of news: who did what, about what, and where it leads.</summary>
public sealed record NewsEntry(Guid? ActorId, string Who, string What, string? Said, string Href, DateTimeOffset At, bool Unread)
{
    public static NewsEntry Of(
        IReadOnlyList<Notification> rows,
        IReadOnlyDictionary<Guid, string> names,
        IReadOnlyDictionary<Guid, string> said,
        IReadOnlyDictionary<Guid, string> spaces
    )
    {
        var last = rows.MaxBy(r => r.At)!;
        var space = last.SpaceId is { } id ? spaces.GetValueOrDefault(id) ?? "a space" : "";
        return new NewsEntry(
            last.ActorId,
            Names(rows, names),
            Words(last.Verb, space),
            (last.PostId ?? last.ThingId) is { } thing ? said.GetValueOrDefault(thing) : null,
            Leads(last),
            last.At,
            rows.Any(r => r.ReadAt is null)
        );
    }

    private static string Names(IReadOnlyList<Notification> rows, IReadOnlyDictionary<Guid, string> names)
    {
        string[] people =
        [
            .. rows.OrderByDescending(r => r.At)
                .Select(r => r.ActorId)
                .OfType<Guid>()
                .Distinct()
                .Select(a => names.GetValueOrDefault(a) ?? "Somebody"),
        ];
        return people.Length switch
        {
            0 => rows[0].Verb == Verb.FileReceived ? "Somebody outside" : "The intranet",
            1 => people[0],
            2 => $"{people[0]} and {people[1]}",
            var n => $"{people[0]} and {n - 1} others",
        };
    }

    private static string Words(Verb verb, string space) =>
        verb switch
        {
            Verb.Mentioned => $"mentioned you in {space}",
            Verb.Praised => $"praised you in {space}",
            Verb.Answered => $"answered in {space}",
            Verb.Commented => $"commented in {space}",
            Verb.AcceptedAnswer => "accepted your answer",
            Verb.Shared => $"shared your post into {space}",
            Verb.Announced => $"announced in {space}",
            Verb.RequestedToJoin => $"asked to join {space}",
            Verb.Admitted => $"let you into {space}",
            Verb.Declined => $"declined your request to join {space}",
            Verb.Invited => $"invited you to {space}",
            Verb.OwnerAppointed => $"made you owner of {space}",
            Verb.FileAdded => $"added a document in {space}",
            Verb.FileVersioned => $"saved a new version in {space}",
            Verb.WikiEdited => $"wrote in a page in {space}",
            Verb.FileRemoved => $"removed a document in {space}",
            Verb.FileCommented => $"commented on a document in {space}",
            Verb.ApprovalAsked => $"asks you to approve a document in {space}",
            Verb.FileApproved => $"approved a document in {space}",
            Verb.ApprovalDeclined => $"did not approve a document in {space}",
            Verb.ReviewDue => $"reminds you to look whether a page in {space} is still right",
            Verb.FileReceived => $"handed in a file for {space}",
            _ => $"did something in {space}",
        };

    private static string Leads(Notification row) =>
        row switch
        {
            { Verb: Verb.RequestedToJoin } => $"/spaces/{row.SpaceId}/requests",
            { PostId: { } post } when row.ThingId is { } thing && thing != post => Addresses.Comment(post, thing),
            { PostId: { } post } => $"/posts/{post}",
            { Verb: Verb.FileReceived, ThingId: { } folder } => $"/spaces/{row.SpaceId}/documents?folder={folder}",
            { Verb: Verb.FileRemoved } => $"/spaces/{row.SpaceId}/documents",
            {
                ThingId: { } document,
                Verb: Verb.Mentioned
                    or Verb.FileAdded
                    or Verb.FileVersioned
                    or Verb.WikiEdited
                    or Verb.ReviewDue
                    or (>= Verb.FileCommented and <= Verb.ApprovalDeclined)
            } => $"/documents/{document}",
            _ => $"/spaces/{row.SpaceId}",
        };
}
