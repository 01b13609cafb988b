using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Wiki;

/// <summary>Who looks after a page, and when it must be looked at again.</summary>
public sealed class PageCare(Guid nodeId, Guid spaceId)
{
    public const int MostDays = 5 * 366;

    public Guid NodeId { get; private set; } = nodeId;
    public Guid SpaceId { get; private set; } = spaceId;
    public Guid? OwnerId { get; private set; }

    /// <summary>The last day on which it may still go without a look.</summary>
    public DateOnly? ReviewBy { get; private set; }

    /// <summary>For how many days it was thought to stay right.</summary>
    public int Days { get; private set; }

    /// <summary>Whether new pages may begin with its text.</summary>
    public bool IsTemplate { get; private set; }

    /// <summary>The day of review of which its owner was told.</summary>
    public DateOnly? ToldOf { get; private set; }

    /// <summary>It is kept only as long as it says something.</summary>
    public bool Empty => OwnerId is null && ReviewBy is null && !IsTemplate;

    public bool IsOverdue(DateOnly today) => ReviewBy < today;

    /// <summary>That its owner is told of this day, and only once.</summary>
    public void Tell() => ToldOf = ReviewBy;

    internal void Put(Guid? ownerId, DateOnly? reviewBy, bool isTemplate, DateOnly today)
    {
        if (reviewBy != ReviewBy && reviewBy is { } day)
        {
            var days = day.DayNumber - today.DayNumber;
            if (days is < 1 or > MostDays)
                throw new Refusal("The day of the review lies ahead, and within five years.");
            Days = days;
        }
        // Whoever takes it over has not been told yet.
        if (ownerId != OwnerId)
            ToldOf = null;
        (OwnerId, ReviewBy, IsTemplate) = (ownerId, reviewBy, isTemplate);
    }

    internal void Renew(DateOnly today)
    {
        if (ReviewBy is null)
            throw new Refusal("This page has no day of review.");
        ReviewBy = today.AddDays(Days);
    }
}
