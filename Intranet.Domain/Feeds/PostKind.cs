namespace Intranet.Domain.Feeds;

/// <summary>What a post asks of its readers.</summary>
public enum PostKind
{
    Update = 0,
    Question = 1,
    Announcement = 2,
    Praise = 3,
    Poll = 4,
}
