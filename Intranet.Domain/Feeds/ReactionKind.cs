namespace Intranet.Domain.Feeds;

/// <summary>The small set of reactions.</summary>
public enum ReactionKind
{
    Like = 0,
    Thanks = 1,
    Celebrate = 2,
    Insightful = 3,
    Care = 4,
}
