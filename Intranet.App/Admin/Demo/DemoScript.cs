using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;

namespace Intranet.App.Admin.Demo;

/// <summary>Six months of a believable company, in the order things happened, ready to be written in bulk.</summary>
public sealed record DemoScript(
    string Organisation,
    int Seed,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<DemoTeam> Teams,
    IReadOnlyList<DemoPerson> People,
    IReadOnlyList<DemoSpace> Spaces,
    IReadOnlyList<DemoMember> Members,
    IReadOnlyList<DemoPost> Posts,
    IReadOnlyList<DemoComment> Comments,
    IReadOnlyList<DemoReaction> Reactions,
    IReadOnlyList<DemoOpen> Opens,
    IReadOnlyList<DemoVote> Votes,
    IReadOnlyList<DemoDocument> Documents
);

/// <summary>A team of the tree; the manager is one of its people.</summary>
public sealed record DemoTeam(string Key, string Name, string? Parent, string Manager);

/// <summary>An employee or a guest; a guest has neither team nor manager.</summary>
public sealed record DemoPerson(
    string Key,
    string Name,
    string Email,
    string Title,
    string? Team,
    string? Manager,
    string Location,
    string TimeZone,
    string Language,
    string Pronouns,
    PersonKind Kind,
    Duties Duties,
    DateTimeOffset At,
    DateTimeOffset? LeftAt
);

/// <summary>A space with its people in charge.</summary>
public sealed record DemoSpace(
    string Key,
    string Name,
    string About,
    SpacePurpose Purpose,
    Openness Openness,
    string Owner,
    IReadOnlyList<string> Moderators,
    DateTimeOffset At
);

/// <summary>One person's place in a space; only a join of one's own accord is an act.</summary>
public sealed record DemoMember(
    string Space,
    string Person,
    SpaceRole Role,
    DemoEntry Entry,
    DateTimeOffset At,
    Channel Channel,
    string? InvitedBy,
    string? SecondApprover,
    DateTimeOffset? EndsAt
);

/// <summary>A post; ids run from 1 in order of time. Mentions stand in the text as @[Name](person:KEY).</summary>
public sealed record DemoPost(
    int Id,
    string Space,
    PostKind Kind,
    string Author,
    DateTimeOffset At,
    Channel Channel,
    string? Title,
    string Markdown,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Mentions,
    IReadOnlyList<string> Options,
    int? AcceptedComment,
    DateTimeOffset? AcceptedAt,
    bool Pinned
);

/// <summary>A comment, or an answer to a comment of the first level; ids run from 1 in order of time.</summary>
public sealed record DemoComment(
    int Id,
    int Post,
    int? Parent,
    string Author,
    DateTimeOffset At,
    Channel Channel,
    string Markdown,
    IReadOnlyList<string> Mentions
);

/// <summary>A reaction to a post, or to one of its comments.</summary>
public sealed record DemoReaction(int Post, int? Comment, string Person, ReactionKind Feeling, DateTimeOffset At, Channel Channel);

/// <summary>The first time a person had a post before the eyes; once per person and post.</summary>
public sealed record DemoOpen(int Post, string Person, DateTimeOffset At, Channel Channel);

/// <summary>One vote in a poll; the option counts from 0.</summary>
public sealed record DemoVote(int Post, int Option, string Person, DateTimeOffset At, Channel Channel);

/// <summary>A document in a folder of a space, and who has it checked out now. A text links to it as (document:KEY).</summary>
public sealed record DemoDocument(
    string Space,
    IReadOnlyList<string> Folders,
    string Name,
    IReadOnlyList<DemoVersion> Versions,
    DemoHold? Held
)
{
    public string Key => string.Join('/', [Space, .. Folders, Name]);
}

/// <summary>All that stood in the document from then on.</summary>
public sealed record DemoVersion(string Author, DateTimeOffset At, string? Note, string Text);

/// <summary>Somebody works on a document.</summary>
public sealed record DemoHold(string Person, DateTimeOffset At, string Note);

/// <summary>How a member came in: put there with the team, by an own step, on request, or invited.</summary>
public enum DemoEntry
{
    Added,
    Joined,
    Requested,
    Invited,
}
