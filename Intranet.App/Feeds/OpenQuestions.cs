using Intranet.App.Data;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>The questions in one's own spaces that nobody has answered yet, newest first.</summary>
public sealed class OpenQuestions(Store store)
{
    private const int Most = 5;
    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>The spaces in which a question may come up for this person.</summary>
    public Task<List<Guid>> Spaces(Viewer viewer) =>
        store.Read(
            viewer,
            db =>
                db.Seats.Where(s => s.PersonId == db.ViewerId && (s.EndsAt == null || s.EndsAt > db.Now))
                    .OrderByDescending(s => s.JoinedAt)
                    .Select(s => s.SpaceId)
                    .Take(Timeline.MostSpaces)
                    .ToListAsync()
        );

    public Task<List<OpenQuestion>> In(Viewer viewer, IReadOnlyCollection<Guid> spaces) =>
        store.Read(
            viewer,
            db =>
            {
                var since = db.Now - Window;
                var asked = db
                    .Posts.Where(p => spaces.Contains(p.SpaceId) && p.At > since)
                    .Where(p => p.Kind == PostKind.Question && p.CommentCount == 0 && p.RemovedAt == null && p.AuthorId != db.ViewerId);
                return (
                    from question in asked
                    join space in db.Spaces on question.SpaceId equals space.Id
                    orderby question.At descending
                    select new OpenQuestion(question.Id, question.Title ?? question.Body.Excerpt, space.Name, question.At)
                )
                    .Take(Most)
                    .ToListAsync();
            }
        );
}

/// <summary>A question without an answer: what it asks, where, and since when.</summary>
public sealed record OpenQuestion(Guid Id, string Words, string Space, DateTimeOffset At);
