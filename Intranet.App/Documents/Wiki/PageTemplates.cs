using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Wiki;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Wiki;

/// <summary>What a new page may begin with: a few usual forms, and pages of the space that somebody marked for it.</summary>
public sealed class PageTemplates(Store store, PageTexts texts)
{
    private const int MostOwn = 50;

    private static readonly (string Key, string Name, string Text)[] Usual =
    [
        ("empty", "Empty", ""),
        (
            "meeting",
            "Meeting notes",
            """
            ## Who and when

            ## What we talked about

            ## What we decided

            ## Who does what, and until when

            | What | Who | Until |
            |---|---|---|
            | | | |
            """
        ),
        (
            "decision",
            "Decision",
            """
            ## What was decided

            ## Why

            ## What else we looked at

            ## What follows from it, and for whom

            ## When we look at it again
            """
        ),
        (
            "howto",
            "How-to",
            """
            ## What it is for

            ## What you need

            ## Step by step

            1. First
            2. Then

            ## When it does not work
            """
        ),
        (
            "brief",
            "Project brief",
            """
            ## What we want to reach

            ## For whom

            ## What belongs to it, and what does not

            ## People

            ## Milestones

            | Until | What |
            |---|---|
            | | |

            ## Risks
            """
        ),
    ];

    /// <summary>By their keys, the usual ones first.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> Of(Viewer viewer, Guid spaceId)
    {
        var own = await store.Read(
            viewer,
            db => Own(db, spaceId).OrderBy(n => n.NameKey).Take(MostOwn).Select(n => new Crumb(n.Id, n.Name)).ToListAsync()
        );
        return [.. Usual.Select(u => (u.Key, u.Name)), .. own.Select(n => ($"{n.Id}", PageName.TitleOf(n.Name)))];
    }

    public async Task<string> Text(Viewer viewer, Guid spaceId, string key)
    {
        if (!Guid.TryParse(key, out var id))
            return Usual.Where(u => u.Key == key).Select(u => u.Text).FirstOrDefault() ?? throw new Refusal(Gone);
        var version = await store.Read(
            viewer,
            db =>
                (
                    from n in Own(db, spaceId)
                    join v in db.DocumentVersions on n.Id equals v.NodeId
                    where n.Id == id && v.Number == n.Number
                    select v
                ).SingleOrDefaultAsync()
        );
        return await texts.Read(version ?? throw new Refusal(Gone));
    }

    private static IQueryable<Node> Own(IntranetDb db, Guid spaceId) =>
        db.Nodes.Where(n => n.SpaceId == spaceId && n.RemovedAt == null && db.PageCares.Any(c => c.NodeId == n.Id && c.IsTemplate));

    private const string Gone = "There is no such template any more. Choose another one.";
}
