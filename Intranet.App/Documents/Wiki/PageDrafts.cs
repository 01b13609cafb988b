using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Wiki;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Wiki;

/// <summary>Keeps what somebody wrote into a page until it is saved, on every device and over every restart.</summary>
public sealed class PageDrafts(Store store)
{
    /// <summary>Drafts one person may have; beyond it the oldest go.</summary>
    public const int MostPerPerson = 100;

    /// <param name="from">The version the text was begun from.</param>
    public Task Keep(Viewer viewer, Guid nodeId, int from, string text, string clientKey) =>
        store.Write(
            viewer,
            async work =>
            {
                var page = await work.Node(nodeId);
                var member = await work.Standing(page.SpaceId);
                // Whoever finds it checked out meanwhile does not lose what they wrote.
                if (!member.MayTend(page))
                    throw new Refusal("You cannot write in this page any more.");
                if (text.Length > PageTexts.Limit)
                    throw new Refusal("This text is too long to be kept.");
                var draft = await work.Db.PageDrafts.SingleOrDefaultAsync(d => d.NodeId == nodeId);
                if (draft is null)
                {
                    var old = await work.Db.PageDrafts.OrderByDescending(d => d.At).Skip(MostPerPerson - 1).ToListAsync();
                    work.Db.PageDrafts.RemoveRange(old);
                    work.Db.PageDrafts.Add(draft = new PageDraft(nodeId, member.PersonId, page.SpaceId));
                }
                draft.Become(from, text, clientKey, work.Now);
            }
        );

    public Task Forget(Viewer viewer, Guid nodeId) =>
        store.Write(
            viewer,
            work => work.Db.PageDrafts.Where(d => d.NodeId == nodeId && d.PersonId == work.Viewer.PersonId).ExecuteDeleteAsync()
        );
}
