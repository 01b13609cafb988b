using Intranet.App.Data;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Talk;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Talk;

/// <summary>Comments and questions on a document.</summary>
public sealed class Remarks(Store store, Markdown markdown)
{
    public const int PageSize = 50;

    /// <summary>The latest of them, in the order they were said. One more than a page says that there are earlier ones.</summary>
    public Task<RemarksView> Of(Viewer viewer, Guid nodeId, int most = PageSize) =>
        store.Read(
            viewer,
            async db =>
            {
                var rows = await (
                    from r in db.Remarks
                    join b in db.Bylines on r.AuthorId equals b.Id
                    where r.NodeId == nodeId && r.RemovedAt == null
                    orderby r.At descending, r.Id descending
                    select new { Remark = r, b.Name }
                )
                    .Take(most + 1)
                    .ToListAsync();
                var node = await db.Nodes.SingleOrDefaultAsync(n => n.Id == nodeId);
                var member = node is null ? null : await db.OwnSeat(node.SpaceId);
                return new RemarksView(
                    [.. rows.Take(most).Reverse().Select(r => Row(r.Remark, r.Name, member))],
                    rows.Count > most,
                    node is not null && member?.MayRemark(node) == true
                );
            }
        );

    /// <summary>Says something once per client key.</summary>
    public Task<Guid> Say(Viewer viewer, Guid nodeId, string text, bool asks, string clientKey)
    {
        text = Tidy(text);
        return store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                if (await work.Db.Remarks.SingleOrDefaultAsync(r => r.AuthorId == member.PersonId && r.ClientKey == clientKey) is { } said)
                    return said.Id;
                if (await work.Db.Remarks.CountAsync(r => r.NodeId == nodeId && r.RemovedAt == null) >= Remark.Most)
                    throw new Refusal($"A document takes {Remark.Most} comments. Go on in the feed of the space.");
                var remark = member.Remark(Guid.CreateVersion7(work.Now), node, text, asks, clientKey, work.Now);
                work.Db.Remarks.Add(remark);
                work.Record(Verb.FileCommented, node.SpaceId, ThingKind.File, nodeId, ownerId: node.ChangedById);
                return remark.Id;
            }
        );
    }

    public Task Rewrite(Viewer viewer, Guid id, string text)
    {
        text = Tidy(text);
        return Act(viewer, id, (work, member, remark) => member.Rewrite(remark, text, work.Now), Verb.FileCommentChanged);
    }

    public Task Remove(Viewer viewer, Guid id) =>
        Act(viewer, id, (work, member, remark) => member.Remove(remark, work.Now), Verb.FileCommentChanged);

    public Task Settle(Viewer viewer, Guid id, bool settled) =>
        Act(viewer, id, (work, member, remark) => member.Settle(remark, settled, work.Now), Verb.FileCommentChanged);

    private Task Act(Viewer viewer, Guid id, Action<Work, Membership, Remark> act, Verb verb) =>
        store.Write(
            viewer,
            async work =>
            {
                var remark =
                    await work.Db.Remarks.SingleOrDefaultAsync(r => r.Id == id)
                    ?? throw new Refusal("There is no such comment, or you cannot see it.");
                act(work, await work.Standing(remark.SpaceId), remark);
                work.Record(verb, remark.SpaceId, ThingKind.File, remark.NodeId, ownerId: remark.AuthorId);
            }
        );

    /// <summary>What could not be shown is refused before it is kept.</summary>
    private string Tidy(string text)
    {
        var tidy = Markdown.Tidy(text);
        if (tidy.Length <= Remark.Limit)
            markdown.Render(tidy);
        return tidy;
    }

    private RemarkRow Row(Remark remark, string author, Membership? member) =>
        new(
            remark.Id,
            remark.AuthorId,
            author,
            remark.At,
            remark.EditedAt,
            remark.Number,
            remark.Text,
            markdown.Render(remark.Text).Html,
            remark.Asks,
            remark.SettledAt is not null,
            member?.MayRewrite(remark) == true,
            member?.MayRemove(remark) == true,
            member?.MaySettle(remark) == true
        );
}

/// <summary>What is said about a document, and whether one may say something too.</summary>
public sealed record RemarksView(IReadOnlyList<RemarkRow> Rows, bool HasEarlier, bool MaySay);

/// <summary>One comment or question on a document.</summary>
/// <param name="Number">The version it was said of.</param>
public sealed record RemarkRow(
    Guid Id,
    Guid AuthorId,
    string Author,
    DateTimeOffset At,
    DateTimeOffset? EditedAt,
    int Number,
    string Text,
    SafeHtml Html,
    bool Asks,
    bool Settled,
    bool MayRewrite,
    bool MayRemove,
    bool MaySettle
);
