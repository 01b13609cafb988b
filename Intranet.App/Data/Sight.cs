using System.Linq.Expressions;
using Intranet.Domain.Access;
using Intranet.Domain.Adoption;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Approving;
using Intranet.Domain.Documents.Keeping;
using Intranet.Domain.Documents.Order;
using Intranet.Domain.Documents.Sharing;
using Intranet.Domain.Documents.Talk;
using Intranet.Domain.Documents.Wiki;
using Intranet.Domain.Feeds;
using Intranet.Domain.Notifications;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>The one rule of sight. It is declared on the space; whatever stands in a space says only "my space is visible to me".</summary>
internal static class Sight
{
    public const string Name = "sight";

    public static void Apply(ModelBuilder builder, IntranetDb db)
    {
        // What is inside: open rooms for every employee, all others for those who have a seat that has not ended.
        builder
            .Entity<Space>()
            .HasQueryFilter(
                Name,
                space =>
                    (space.Openness == Openness.Open && db.Insiders.Any(i => i.Id == db.ViewerId))
                    || db.Seats.Any(seat =>
                        seat.SpaceId == space.Id && seat.PersonId == db.ViewerId && (seat.EndsAt == null || seat.EndsAt > db.Now)
                    )
            );

        // That a room exists: employees see open and closed rooms in lists and unlisted ones by their link, members see their
        // own, and whoever asked to join or is invited sees the door they stand at.
        builder
            .Entity<Doorway>()
            .HasQueryFilter(
                Name,
                door =>
                    (
                        (
                            door.Openness == Openness.Open
                            || door.Openness == Openness.Closed
                            || (door.Openness == Openness.Unlisted && door.LinkKey == db.ViewerLink)
                        ) && db.Insiders.Any(i => i.Id == db.ViewerId)
                    )
                    || db.Seats.Any(seat =>
                        seat.SpaceId == door.Id && seat.PersonId == db.ViewerId && (seat.EndsAt == null || seat.EndsAt > db.Now)
                    )
                    || db.Knocks.Any(knock =>
                        knock.SpaceId == door.Id
                        && knock.PersonId == db.ViewerId
                        && (
                            knock.InvitedUntil > db.Now
                            || (
                                knock.InvitedUntil == null
                                && door.Openness != Openness.Secret
                                && (knock.DeclinedAt == null || knock.DeclinedAt > db.Lately)
                            )
                        )
                    )
            );

        // Spaces without an owner are known to admins, so that somebody can be put in charge; what is inside is not.
        builder
            .Entity<Vacancy>()
            .HasQueryFilter(Name, _ => db.Insiders.Any(i => i.Id == db.ViewerId && (i.Duties & Duties.Admin) == Duties.Admin));

        // Employees see employees; everybody sees the people they share a room with.
        builder
            .Entity<Person>()
            .HasQueryFilter(
                Name,
                person =>
                    person.Id == db.ViewerId
                    || (person.Kind == PersonKind.Employee && db.Insiders.Any(i => i.Id == db.ViewerId))
                    || db.Seats.Any(theirs =>
                        theirs.PersonId == person.Id
                        && (theirs.EndsAt == null || theirs.EndsAt > db.Now)
                        && db.Seats.Any(mine =>
                            mine.SpaceId == theirs.SpaceId && mine.PersonId == db.ViewerId && (mine.EndsAt == null || mine.EndsAt > db.Now)
                        )
                    )
            );

        builder.Entity<Team>().HasQueryFilter(Name, team => db.Insiders.Any(i => i.Id == db.ViewerId));

        builder.Entity<Membership>().HasQueryFilter(Name, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        builder
            .Entity<AccessRequest>()
            .HasQueryFilter(
                Name,
                x =>
                    x.PersonId == db.ViewerId
                    || db.Seats.Any(seat => seat.SpaceId == x.SpaceId && seat.PersonId == db.ViewerId && seat.Role >= SpaceRole.Moderator)
            );
        builder
            .Entity<Invitation>()
            .HasQueryFilter(
                Name,
                x =>
                    (x.PersonId == db.ViewerId && !x.Extends && (x.SecondApproverId == null || x.SecondApprovedAt != null))
                    || (x.SecondApproverId == db.ViewerId && db.Seats.Any(s => s.SpaceId == x.SpaceId && s.PersonId == db.ViewerId))
                    || db.Seats.Any(seat => seat.SpaceId == x.SpaceId && seat.PersonId == db.ViewerId && seat.Role >= SpaceRole.Moderator)
            );

        Inside<Post>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Comment>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Reaction>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Revision>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Mention>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<PostTopic>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Praise>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<PollOption>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<PollVote>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Showing>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Picture>(builder, x => x.OwnerId == db.ViewerId || db.Showings.Any(s => s.PictureId == x.Id));

        Inside<Node>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<DocumentVersion>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<DocumentText>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Checkout>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<LockToken>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<NodeProperty>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<NodeTag>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Column>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<ColumnValue>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<SavedView>(builder, x => (x.Shared || x.MadeById == db.ViewerId) && db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Opening>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<KeepingRule>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Remark>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Approval>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<ApprovalVoice>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<PageCare>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<PageEditing>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<PageLink>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));

        // How outsiders get in, and what they brought, is known to those who work there and not to whoever only reads.
        Inside<ShareLink>(
            builder,
            x =>
                db.Seats.Any(seat =>
                    seat.SpaceId == x.SpaceId
                    && seat.PersonId == db.ViewerId
                    && seat.Role > SpaceRole.Guest
                    && (seat.EndsAt == null || seat.EndsAt > db.Now)
                )
        );
        Inside<Received>(
            builder,
            x =>
                db.Seats.Any(seat =>
                    seat.SpaceId == x.SpaceId
                    && seat.PersonId == db.ViewerId
                    && seat.Role > SpaceRole.Guest
                    && (seat.EndsAt == null || seat.EndsAt > db.Now)
                )
        );

        // One's own, and only while the room is still visible.
        Inside<Bookmark>(builder, x => x.PersonId == db.ViewerId && db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Follow>(builder, x => x.PersonId == db.ViewerId && db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Watch>(builder, x => x.PersonId == db.ViewerId && db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Star>(builder, x => x.PersonId == db.ViewerId && db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<PageDraft>(builder, x => x.PersonId == db.ViewerId && db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Seen>(builder, x => db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Upload>(builder, x => x.PersonId == db.ViewerId && db.Spaces.Any(s => s.Id == x.SpaceId));
        Inside<Draft>(builder, x => x.PersonId == db.ViewerId);
        Inside<Notification>(
            builder,
            x =>
                x.PersonId == db.ViewerId
                && (x.SpaceId == null || db.Spaces.Any(s => s.Id == x.SpaceId) || db.Doorways.Any(d => d.Id == x.SpaceId))
        );
        Inside<LoggedQuery>(
            builder,
            _ => db.Insiders.Any(i => i.Id == db.ViewerId && (i.Duties & Duties.WorksCouncil) == Duties.WorksCouncil)
        );
        Inside<AppPassword>(builder, x => x.PersonId == db.ViewerId);
        Inside<AccessToken>(builder, x => x.PersonId == db.ViewerId);
        Inside<Shared.Session>(builder, x => x.PersonId == db.ViewerId);
    }

    private static void Inside<T>(ModelBuilder builder, Expression<Func<T, bool>> rule)
        where T : class => builder.Entity<T>().HasQueryFilter(Name, rule);
}
