using Intranet.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Search;

/// <summary>Finds what a person may see. What they may not see is in no answer and in no count.</summary>
public sealed class Searching(Store store)
{
    /// <summary>Posts whose title begins with the text, newest first.</summary>
    public Task<List<Hit>> Titles(Viewer viewer, string text, int limit) =>
        store.Read(
            viewer,
            db =>
                db.Posts.Where(p => p.RemovedAt == null && p.Title != null && p.Title.StartsWith(text))
                    .OrderByDescending(p => p.At)
                    .Take(limit)
                    .Select(p => new Hit(p.Id, p.Title!))
                    .ToListAsync()
        );
}

/// <summary>One thing that was found, by the words it is shown with.</summary>
public sealed record Hit(Guid Id, string Title);
