using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Dav;

/// <summary>Locks of programs. On a document a lock is its person's check-out, seen by everybody; the token tells that person's programs apart.</summary>
internal sealed class Locks(Store store)
{
    /// <summary>By this note a check-out is known that a program made, and that ends with the program's locks.</summary>
    public const string Note = "Open in a program on the desktop";

    /// <summary>The token of a lock as programs are told it.</summary>
    public static string Urn(LockToken token) => $"urn:uuid:{token.Id}";

    public static bool IsCalled(LockToken token, string said) => string.Equals(said, Urn(token), StringComparison.OrdinalIgnoreCase);

    /// <summary>Locks a document or folder.</summary>
    public Task<LockToken> Take(Viewer viewer, Guid nodeId, LockWish wish) =>
        store.Write(
            viewer,
            async work =>
            {
                await work.Db.OneAtATime();
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                await work.Db.LockTokens.Where(t => t.SpaceId == node.SpaceId && t.Until < work.Now).ExecuteDeleteAsync();
                var there = await LocksIn.Over(work.Db, node, below: wish.Deep);
                if (there.Any(t => !(t.Shared && wish.Shared && t.PersonId == member.PersonId)) || there.Count >= LockToken.Most)
                    throw DavAnswer.Locked;
                var token = new LockToken(Guid.NewGuid(), node, member.PersonId, wish.Shared, wish.Deep, wish.Owner);
                await Hold(work, member, node, token, wish.Lasts);
                work.Db.LockTokens.Add(token);
                return token;
            }
        );

    /// <summary>Lets a lock last longer.</summary>
    public Task<LockToken> Refresh(Viewer viewer, Guid tokenId, TimeSpan lasts) =>
        store.Write(
            viewer,
            async work =>
            {
                var token =
                    await work.Db.LockTokens.SingleOrDefaultAsync(t => t.Id == tokenId && t.PersonId == work.Viewer.PersonId)
                    ?? throw DavAnswer.Unmet;
                var node = await work.Node(token.NodeId);
                await Hold(work, await work.Standing(node.SpaceId), node, token, lasts);
                return token;
            }
        );

    /// <summary>Gives a lock of one's own back; with the last one ends the check-out a program made.</summary>
    public Task Release(Viewer viewer, Guid tokenId) =>
        store.Write(
            viewer,
            async work =>
            {
                await work.Db.OneAtATime();
                if (await work.Db.LockTokens.SingleOrDefaultAsync(t => t.Id == tokenId) is not { } token)
                    return;
                var node = await work.Node(token.NodeId);
                var member = await work.Standing(node.SpaceId);
                work.Db.LockTokens.Remove(token);
                var held = await work.Held(node);
                if (
                    held?.Holds(work.Now) != true
                    || held.Note != Note
                    || await work.Db.LockTokens.AnyAsync(t => t.NodeId == node.Id && t.Id != tokenId && t.Until > work.Now)
                )
                    return;
                member.CheckIn(held, work.Now);
                work.Record(Verb.FileUnlocked, node.SpaceId, ThingKind.File, node.Id, ownerId: held.PersonId);
            }
        );

    private static async Task Hold(Work work, Membership member, Node node, LockToken token, TimeSpan wanted)
    {
        var lasts = LockToken.Within(wanted);
        var held = await work.Held(node);
        if (!member.MayArrange(node, held, work.Now))
            throw held?.Bars(member.PersonId, work.Now) == true
                ? DavAnswer.Locked
                : new DavAnswer(StatusCodes.Status403Forbidden, "You read here, and do not write.");
        token.Last(work.Now + lasts);
        // Whoever has checked it out on the page has it already, and keeps it as long.
        if (node.IsFolder || (held?.Holds(work.Now) == true && held.Note != Note))
            return;
        var anew = held?.Holds(work.Now) != true;
        var longer = !anew && held!.Until - work.Now is var left && left > lasts ? left : lasts;
        var taken = member.CheckOut(node, held, Note, work.Now, longer);
        if (held is null)
            work.Db.Checkouts.Add(taken);
        if (anew)
            work.Record(Verb.FileLocked, node.SpaceId, ThingKind.File, node.Id, ownerId: node.MadeById);
    }
}

/// <summary>A lock somebody asks for.</summary>
internal sealed record LockWish(bool Shared, bool Deep, string? Owner, TimeSpan Lasts);
