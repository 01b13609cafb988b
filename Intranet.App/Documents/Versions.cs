using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>The versions of a document, and who has it checked out.</summary>
public sealed class Versions(Store store)
{
    public const int PageSize = 50;

    /// <summary>The newest first. One more than a page says that there are more.</summary>
    public Task<List<VersionRow>> Of(Viewer viewer, Guid nodeId, int? below = null) =>
        store.Read(
            viewer,
            db =>
                (
                    from v in db.DocumentVersions
                    join p in db.Bylines on v.AuthorId equals p.Id
                    where v.NodeId == nodeId && (below == null || v.Number < below)
                    orderby v.Number descending
                    select new VersionRow(v.Number, v.AuthorId, p.Name, v.At, v.Note, v.Name, v.Size, v.RestoredFrom, v.Label)
                )
                    .Take(PageSize + 1)
                    .ToListAsync()
        );

    /// <summary>Makes an older version the newest, once per client key.</summary>
    public Task<int> BringBack(Viewer viewer, Guid nodeId, int number, string clientKey) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                var done = await work.Db.DocumentVersions.SingleOrDefaultAsync(v =>
                    v.AuthorId == member.PersonId && v.ClientKey == clientKey
                );
                if (done is not null)
                    return done.Number;
                var older =
                    await work.Db.DocumentVersions.SingleOrDefaultAsync(v => v.NodeId == nodeId && v.Number == number)
                    ?? throw new Refusal("This document has no such version.");
                var version = member.BringBack(node, await work.Held(node), older, clientKey, work.Now);
                work.Db.DocumentVersions.Add(version);
                work.Record(Verb.FileVersioned, node.SpaceId, ThingKind.File, node.Id, ownerId: node.MadeById);
                return version.Number;
            }
        );

    /// <summary>Names a version, or takes its name off with an empty one.</summary>
    public Task Label(Viewer viewer, Guid nodeId, int number, string? label) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                var version =
                    await work.Db.DocumentVersions.SingleOrDefaultAsync(v => v.NodeId == nodeId && v.Number == number)
                    ?? throw new Refusal("This document has no such version.");
                member.Label(node, version, label);
                work.Record(Verb.VersionNamed, node);
            }
        );

    public Task CheckOut(Viewer viewer, Guid nodeId, string? note) =>
        Act(
            viewer,
            nodeId,
            (work, member, node, held) =>
            {
                var taken = member.CheckOut(node, held, note, work.Now);
                if (held is null)
                    work.Db.Checkouts.Add(taken);
                return Verb.FileLocked;
            }
        );

    public Task CheckIn(Viewer viewer, Guid nodeId) =>
        Unlock(viewer, nodeId, Verb.FileUnlocked, (member, held, now) => member.CheckIn(held, now));

    public Task Break(Viewer viewer, Guid nodeId) =>
        Unlock(viewer, nodeId, Verb.FileLockBroken, (member, held, now) => member.Break(held, now));

    private Task Unlock(Viewer viewer, Guid nodeId, Verb verb, Action<Domain.Spaces.Membership, Checkout, DateTimeOffset> end) =>
        Act(
            viewer,
            nodeId,
            (work, member, _, held) =>
            {
                if (held?.Holds(work.Now) != true)
                    return null;
                end(member, held, work.Now);
                return verb;
            }
        );

    private Task Act(Viewer viewer, Guid nodeId, Func<Work, Domain.Spaces.Membership, Node, Checkout?, Verb?> act) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                var held = await work.Held(node);
                var owner = held?.PersonId;
                if (act(work, member, node, held) is { } verb)
                    work.Record(verb, node.SpaceId, ThingKind.File, nodeId, ownerId: owner ?? node.MadeById);
            }
        );
}

/// <summary>One version in the list of a document.</summary>
public sealed record VersionRow(
    int Number,
    Guid AuthorId,
    string Author,
    DateTimeOffset At,
    string? Note,
    string Name,
    long Size,
    int? RestoredFrom,
    string? Label
);
