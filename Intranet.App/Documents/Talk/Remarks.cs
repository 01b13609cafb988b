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
                var names = await Mentioning.Names(db, [.. rows.SelectMany(r => MentionToken.In(r.Remark.Text)).Distinct()]);
                return new RemarksView(
                    [.. rows.Take(most).Reverse().Select(r => Row(r.Remark, r.Name, member, names))],
                    rows.Count > most,
                    node is not null && member?.MayRemark(node) == true
                );
            }
        );

    /// <summary>Says something once per client key.</summary>
    /// <param name="number">The version it is about; the newest unless said otherwise.</param>
    public async Task<Guid> Say(Viewer viewer, Guid nodeId, string text, bool asks, string clientKey, int? number = null)
    {
        (text, var named) = await Tidy(viewer, text);
        return await store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                if (await work.Db.Remarks.SingleOrDefaultAsync(r => r.AuthorId == member.PersonId && r.ClientKey == clientKey) is { } said)
                    return said.Id;
                if (await work.Db.Remarks.CountAsync(r => r.NodeId == nodeId && r.RemovedAt == null) >= Remark.Most)
                    throw new Refusal($"A document takes {Remark.Most} comments. Go on in the feed of the space.");
                var remark = member.Remark(Guid.CreateVersion7(work.Now), node, number ?? node.Number, text, asks, clientKey, work.Now);
                work.Db.Remarks.Add(remark);
                work.Record(Verb.FileCommented, node.SpaceId, ThingKind.File, nodeId, ownerId: node.ChangedById);
                await Mention(work, remark, named);
                return remark.Id;
            }
        );
    }

    public async Task Rewrite(Viewer viewer, Guid id, string text)
    {
        (text, var named) = await Tidy(viewer, text);
        await Act(
            viewer,
            id,
            async (work, member, remark) =>
            {
                Guid[] told = [.. MentionToken.In(remark.Text).Select(t => t.Id)];
                member.Rewrite(remark, text, work.Now);
                await Mention(work, remark, [.. named.Except(told)]);
            },
            Verb.FileCommentChanged
        );
    }

    public Task Remove(Viewer viewer, Guid id) =>
        Act(viewer, id, (work, member, remark) => member.Remove(remark, work.Now), Verb.FileCommentChanged);

    public Task Settle(Viewer viewer, Guid id, bool settled) =>
        Act(viewer, id, (work, member, remark) => member.Settle(remark, settled, work.Now), Verb.FileCommentChanged);

    /// <summary>Mentions reach only those who may see the document; the others are named, and hear nothing.</summary>
    private static async Task Mention(Work work, Remark remark, IReadOnlyCollection<Guid> named)
    {
        if (named.Count == 0)
            return;
        var audience = await Audience.Of(work.Db, remark.SpaceId, named);
        foreach (var person in named.Where(p => p != remark.AuthorId && audience.Sees(p)))
            work.Record(Verb.Mentioned, remark.SpaceId, ThingKind.File, remark.NodeId, ownerId: person);
    }

    private Task Act(Viewer viewer, Guid id, Action<Work, Membership, Remark> act, Verb verb) =>
        Act(
            viewer,
            id,
            (work, member, remark) =>
            {
                act(work, member, remark);
                return Task.CompletedTask;
            },
            verb
        );

    private Task Act(Viewer viewer, Guid id, Func<Work, Membership, Remark, Task> act, Verb verb) =>
        store.Write(
            viewer,
            async work =>
            {
                var remark =
                    await work.Db.Remarks.SingleOrDefaultAsync(r => r.Id == id)
                    ?? throw new Refusal("There is no such comment, or you cannot see it.");
                await act(work, await work.Standing(remark.SpaceId), remark);
                work.Record(verb, remark.SpaceId, ThingKind.File, remark.NodeId, ownerId: remark.AuthorId);
            }
        );

    /// <summary>What could not be shown is refused before it is kept.</summary>
    private async Task<(string Text, IReadOnlyList<Guid> Named)> Tidy(Viewer viewer, string text)
    {
        var tidy = Markdown.Tidy(text);
        if (tidy.Length > Remark.Limit)
            return (tidy, []);
        var tokens = MentionToken.In(tidy);
        var names = tokens.Count == 0 ? [] : await store.Read(viewer, db => Mentioning.Names(db, tokens));
        var mentions = markdown.Render(tidy, token => names.GetValueOrDefault(token)).Mentions;
        return (tidy, [.. mentions.Where(m => m.Kind == MentionKind.Person).Select(m => m.Id)]);
    }

    private RemarkRow Row(Remark remark, string author, Membership? member, IReadOnlyDictionary<MentionToken, string> names) =>
        new(
            remark.Id,
            remark.AuthorId,
            author,
            remark.At,
            remark.EditedAt,
            remark.Number,
            remark.Text,
            markdown.Render(remark.Text, token => names.GetValueOrDefault(token)).Html,
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
