using Intranet.App.Data;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Shared.Text;
using Intranet.Domain.Documents.Wiki;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Wiki;

/// <summary>A page as one person reads it: its links by what they may see, and what is known about it.</summary>
public sealed class PageViews(Store store, Markdown markdown)
{
    public async Task<PageView> Of(Viewer viewer, DocumentLook look, SafeHtml html) =>
        await store.Read(
            viewer,
            async db =>
            {
                var (page, address) = (
                    look.Node,
                    look.IsNewest ? $"/documents/{look.Node.Id}" : $"/documents/{look.Node.Id}/{look.Version.Number}"
                );
                var held = await db.Checkouts.SingleOrDefaultAsync(c => c.NodeId == page.Id);
                var member = await db.OwnSeat(page.SpaceId);
                var care = await db.PageCares.SingleOrDefaultAsync(c => c.NodeId == page.Id);
                var owner = care?.OwnerId is { } id
                    ? await db.Bylines.Where(b => b.Id == id).Select(b => new Crumb(b.Id, b.Name)).SingleOrDefaultAsync()
                    : null;
                // What was saved on the desktop has its links by name still.
                var named = await PageLinks.Meant(db, page, PageDrawing.Names(html));
                return new PageView(PageDrawing.Draw(html, await Seen(db, html), address, named), await PageLinks.Back(db, page.Id))
                {
                    Care = care,
                    Owner = owner,
                    Overdue = care?.IsOverdue(Care.Today(db.Now)) == true,
                    MayTend = member?.MayTend(page) == true,
                    MayWrite = member?.MayWrite(page, held, db.Now) == true,
                };
            }
        );

    /// <summary>A text of a page that is being written, with its links as its writer sees them.</summary>
    public Task<SafeHtml> Draw(Viewer viewer, Guid pageId, string text)
    {
        var html = markdown.Render(Markdown.Tidy(text)).Html;
        return store.Read(
            viewer,
            async db =>
            {
                var page = await db.Nodes.SingleOrDefaultAsync(n => n.Id == pageId);
                var named = page is null ? null : await PageLinks.Meant(db, page, PageDrawing.Names(html));
                return PageDrawing.Draw(html, await Seen(db, html), "", named).Html;
            }
        );
    }

    /// <summary>The names of those linked documents that this person may see and that are there.</summary>
    private static async Task<IReadOnlyDictionary<Guid, string>> Seen(IntranetDb db, SafeHtml html)
    {
        Guid[] linked = [.. LinkText.Ids(html.Value).Take(PageLink.Most)];
        return linked.Length == 0
            ? new Dictionary<Guid, string>()
            : await db.Nodes.Where(n => linked.Contains(n.Id) && n.RemovedAt == null).ToDictionaryAsync(n => n.Id, n => n.Name);
    }
}

/// <summary>A page as one person reads it.</summary>
/// <param name="Back">The pages that lead here.</param>
public sealed record PageView(DrawnPage Text, IReadOnlyList<Crumb> Back)
{
    public PageCare? Care { get; init; }
    public Crumb? Owner { get; init; }
    public bool Overdue { get; init; }
    public bool MayTend { get; init; }
    public bool MayWrite { get; init; }
}
