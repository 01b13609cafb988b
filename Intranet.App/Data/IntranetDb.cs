using Intranet.App.Access;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
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
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>The intranet's tables as one viewer may see them. One instance serves one operation, or one after another.</summary>
public abstract class IntranetDb(DbContextOptions options, Viewer viewer, DateTimeOffset now) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Whose sight every query is cut to.</summary>
    public Guid? ViewerId { get; private set; } = viewer.PersonId;

    /// <summary>The link of an unlisted space the viewer holds in hand.</summary>
    public string? ViewerLink { get; private set; } = viewer.Link;

    /// <summary>Whoever was declined after this moment still finds the answer at the door.</summary>
    public DateTimeOffset Lately => Now.AddDays(-14);

    /// <summary>The moment the rule of sight is asked about: a guest's stay may have ended.</summary>
    public DateTimeOffset Now { get; private set; } = now;

    public DbSet<Person> People => Set<Person>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();
    public DbSet<AppPassword> AppPasswords => Set<AppPassword>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<EntryLink> EntryLinks => Set<EntryLink>();

    public DbSet<Space> Spaces => Set<Space>();
    public DbSet<Doorway> Doorways => Set<Doorway>();
    public DbSet<Knock> Knocks => Set<Knock>();
    public DbSet<Vacancy> Vacancies => Set<Vacancy>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<Insider> Insiders => Set<Insider>();
    public DbSet<Byline> Bylines => Set<Byline>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<FormerSeat> FormerSeats => Set<FormerSeat>();
    public DbSet<AccessRequest> AccessRequests => Set<AccessRequest>();
    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<Reaction> Reactions => Set<Reaction>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<Mention> Mentions => Set<Mention>();
    public DbSet<PostTopic> PostTopics => Set<PostTopic>();
    public DbSet<Praise> Praises => Set<Praise>();
    public DbSet<PollOption> PollOptions => Set<PollOption>();
    public DbSet<PollVote> PollVotes => Set<PollVote>();
    public DbSet<Bookmark> Bookmarks => Set<Bookmark>();
    public DbSet<Follow> Follows => Set<Follow>();
    public DbSet<Seen> Seen => Set<Seen>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<Showing> Showings => Set<Showing>();
    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Node> Nodes => Set<Node>();
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();
    public DbSet<DocumentText> DocumentTexts => Set<DocumentText>();
    public DbSet<Checkout> Checkouts => Set<Checkout>();
    public DbSet<LockToken> LockTokens => Set<LockToken>();
    public DbSet<NodeProperty> NodeProperties => Set<NodeProperty>();
    public DbSet<NodeTag> NodeTags => Set<NodeTag>();
    public DbSet<Column> Columns => Set<Column>();
    public DbSet<ColumnValue> ColumnValues => Set<ColumnValue>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Opening> Openings => Set<Opening>();
    public DbSet<Star> Stars => Set<Star>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<Watch> Watches => Set<Watch>();
    public DbSet<Remark> Remarks => Set<Remark>();
    public DbSet<Approval> Approvals => Set<Approval>();
    public DbSet<ApprovalVoice> ApprovalVoices => Set<ApprovalVoice>();
    public DbSet<ShareLink> ShareLinks => Set<ShareLink>();
    public DbSet<KeepingRule> KeepingRules => Set<KeepingRule>();
    public DbSet<Received> Received => Set<Received>();
    public DbSet<PageCare> PageCares => Set<PageCare>();
    public DbSet<PageEditing> PageEditings => Set<PageEditing>();
    public DbSet<PageDraft> PageDrafts => Set<PageDraft>();
    public DbSet<PageLink> PageLinks => Set<PageLink>();

    public DbSet<Act> Activities => Set<Act>();
    public DbSet<Cursor> Cursors => Set<Cursor>();
    public DbSet<PersonDay> PersonDays => Set<PersonDay>();
    public DbSet<PersonWeek> PersonWeeks => Set<PersonWeek>();
    public DbSet<TeamDay> TeamDays => Set<TeamDay>();
    public DbSet<SpaceDay> SpaceDays => Set<SpaceDay>();
    public DbSet<SpacePersonDay> SpacePersonDays => Set<SpacePersonDay>();
    public DbSet<TieWeek> TieWeeks => Set<TieWeek>();
    public DbSet<SourceDay> SourceDays => Set<SourceDay>();
    public DbSet<CountedWeek> CountedWeeks => Set<CountedWeek>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<QuestionFate> QuestionFates => Set<QuestionFate>();
    public DbSet<LoggedQuery> LoggedQueries => Set<LoggedQuery>();
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Begins the next operation with an empty memory: nothing read or changed for the one before, and not its sight either.</summary>
    internal void Serve(Viewer viewer, DateTimeOffset now)
    {
        ChangeTracker.Clear();
        (ViewerId, ViewerLink, Now) = (viewer.PersonId, viewer.Link, now);
    }

    /// <summary>Acts whose rule looks at more rows than they change (the last admin, a circle of managers) come one after another, to the end of the transaction.</summary>
    public virtual Task OneAtATime() => Task.CompletedTask;

    /// <summary>An id as this database stores it, for SQL written by hand.</summary>
    internal virtual object Key(Guid id) => id;

    /// <summary>A moment as this database stores it, for SQL written by hand.</summary>
    internal virtual object Moment(DateTimeOffset at) => at.ToUniversalTime();

    /// <summary>The value of a setting within a read or an act; null when there is none. <see cref="Data.Settings"/> reads one alone.</summary>
    internal Task<string?> ValueOf(string setting, CancellationToken stop = default) =>
        Settings.Where(s => s.Name == setting).Select(s => s.Value).SingleOrDefaultAsync(stop);

    /// <summary>The person with this id as long as they are active, whoever looks; for acts, which ask about the one who acts.</summary>
    internal abstract Task<Person?> Actor(Guid id);

    /// <summary>A person's own seat in a space, with both, as long as it has not ended.</summary>
    internal abstract Task<Membership?> Standing(Guid spaceId, Guid personId);

    /// <summary>The post an author has published under a client key.</summary>
    internal abstract Task<Guid?> Published(Guid authorId, string clientKey);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(IntranetDb).Assembly);
        Sight.Apply(builder, this);
    }

    /// <summary>Whether what is read is watched for changes; said when it is made, because asking later would make EF's model.</summary>
    internal bool Tracks { private get; init; }

    protected override void OnConfiguring(DbContextOptionsBuilder options) =>
        options.UseQueryTrackingBehavior(Tracks ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked for once: EF Core would look through everything again at each of the questions below.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            History.Keep(this);
            if (ChangeTracker.Entries<Act>().Any(e => e.State == EntityState.Added))
                await LockLedger();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Called before ledger rows are numbered, so that their order is the order of commits. SQLite's one writer needs nothing.</summary>
    internal virtual Task LockLedger() => Task.CompletedTask;
}
