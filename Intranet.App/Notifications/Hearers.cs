using Intranet.App.Data;
using Intranet.App.Shared.Text;
using Intranet.Domain.Activity;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Notifications;

/// <summary>Who should hear of an act, and as what. Background work: it looks past the sight of one person, because it is asked for all of them.</summary>
internal static class Hearers
{
    private static readonly string[] Blind = [Sight.Name];

    public static async Task<IReadOnlyList<(Guid Person, Verb Verb)>> Of(IntranetDb db, Act act)
    {
        IEnumerable<(Guid Person, Verb Verb)> heard = act.Verb switch
        {
            Verb.Mentioned when act.OwnerId is { } named => [(named, await Praises(db, act, named) ? Verb.Praised : Verb.Mentioned)],
            Verb.Answered or Verb.Commented => await Following(db, act),
            Verb.AcceptedAnswer or Verb.Shared when act.OwnerId is { } author => [(author, act.Verb)],
            Verb.FileAdded or Verb.FileVersioned or Verb.WikiEdited or Verb.FileRemoved or Verb.FileCommented => await Watching(db, act),
            Verb.ApprovalAsked
            or Verb.FileApproved
            or Verb.ApprovalDeclined
            or Verb.FileReceived
            or Verb.ReviewDue when act.OwnerId is { } asked => [(asked, act.Verb)],
            Verb.Announced => await Seats(db, act, SpaceRole.Guest),
            Verb.RequestedToJoin => await Seats(db, act, SpaceRole.Moderator),
            Verb.Admitted
            or Verb.Declined
            or Verb.Invited
            or Verb.OwnerAppointed when act is { ThingKind: ThingKind.Person, ThingId: { } person } => [(person, act.Verb)],
            _ => [],
        };
        return [.. heard.Where(h => h.Person != act.ActorId).DistinctBy(h => h.Person)];
    }

    private static Task<bool> Praises(IntranetDb db, Act act, Guid person) =>
        db.Praises.IgnoreQueryFilters(Blind).AnyAsync(p => p.PostId == act.ThingId && p.PersonId == person);

    private static async Task<IEnumerable<(Guid, Verb)>> Seats(IntranetDb db, Act act, SpaceRole least) =>
        (
            await db
                .Seats.Where(s => s.SpaceId == act.SpaceId && s.Role >= least && (s.EndsAt == null || s.EndsAt > db.Now))
                .Select(s => s.PersonId)
                .ToListAsync()
        ).Select(person => (person, act.Verb));

    /// <summary>Those who follow the document or a folder it lies in; a comment is also heard by who wrote the version, and by those who spoke before.</summary>
    private static async Task<IEnumerable<(Guid, Verb)>> Watching(IntranetDb db, Act act)
    {
        if (await db.Nodes.IgnoreQueryFilters(Blind).SingleOrDefaultAsync(n => n.Id == act.ThingId) is not { } node)
            return [];
        Guid[] followed = [node.Id, .. node.Folders];
        var people = await db
            .Watches.IgnoreQueryFilters(Blind)
            .Where(w => followed.Contains(w.NodeId))
            .Select(w => w.PersonId)
            .ToListAsync();
        if (act.Verb == Verb.FileCommented)
        {
            people.AddRange(
                await db
                    .Remarks.IgnoreQueryFilters(Blind)
                    .Where(r => r.NodeId == node.Id && r.RemovedAt == null)
                    .Select(r => r.AuthorId)
                    .Distinct()
                    .ToListAsync()
            );
            people.Add(node.ChangedById);
            var said = await db
                .Remarks.IgnoreQueryFilters(Blind)
                .Where(r => r.NodeId == node.Id && r.At == act.At && r.AuthorId == act.ActorId)
                .Select(r => r.Text)
                .ToListAsync();
            // Who is named hears of that, and not of the comment besides.
            people.RemoveAll(p => said.SelectMany(MentionToken.In).Any(named => named.Id == p));
        }
        return people.Select(p => (p, act.Verb));
    }

    /// <summary>The author, whoever was answered, and those who follow; not who muted the post, nor who is named in the answer and hears of that.</summary>
    private static async Task<IEnumerable<(Guid, Verb)>> Following(IntranetDb db, Act act)
    {
        var author = await db
            .Posts.IgnoreQueryFilters(Blind)
            .Where(p => p.Id == act.PostId)
            .Select(p => (Guid?)p.AuthorId)
            .SingleOrDefaultAsync();
        var follows = await db.Follows.IgnoreQueryFilters(Blind).Where(f => f.PostId == act.PostId).ToListAsync();
        var muted = follows.Where(f => f.Muted).Select(f => f.PersonId).ToHashSet();
        var named = await db.Mentions.IgnoreQueryFilters(Blind).Where(m => m.ThingId == act.ThingId).Select(m => m.PersonId).ToListAsync();
        return follows
            .Where(f => !f.Muted)
            .Select(f => f.PersonId)
            .Concat(new[] { author, act.OwnerId }.OfType<Guid>())
            .Where(p => !muted.Contains(p) && !named.Contains(p))
            .Select(p => (p, act.Verb));
    }
}
