using Intranet.App.Data;
using Intranet.App.Documents.Downloading;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Sharing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Sharing;

/// <summary>Links that members make for people without an account.</summary>
public sealed class Links(Store store)
{
    public const int PasswordShortest = 8;
    public const int PasswordLimit = 100;

    private static readonly PasswordHasher<ShareLink> Hasher = new();

    /// <summary>The links to one document or folder, those that hold first.</summary>
    public Task<LinksView> Of(Viewer viewer, Guid nodeId) =>
        store.Read(
            viewer,
            async db =>
            {
                var rows = await (
                    from l in db.ShareLinks
                    join b in db.Bylines on l.MadeById equals b.Id
                    where l.NodeId == nodeId
                    orderby l.MadeAt descending
                    select new { Link = l, b.Name }
                )
                    .Take(ShareLink.MostInSpace)
                    .ToListAsync();
                var space = await db.Nodes.Where(n => n.Id == nodeId).Select(n => n.SpaceId).SingleOrDefaultAsync();
                var member = await db.OwnSeat(space);
                return new LinksView(
                    [.. rows.Select(r => LinkRow.Of(r.Link, r.Name, db.Now, member)).OrderByDescending(r => r.Holds)],
                    member?.MayLink == true,
                    member?.Space.LetsLinksOut == true
                );
            }
        );

    /// <summary>Makes a link once per client key.</summary>
    public Task<LinkRow> Make(Viewer viewer, Guid nodeId, ShareKind kind, LinkWish wish, string clientKey)
    {
        if (wish.Password is { Length: > 0 and < PasswordShortest or > PasswordLimit })
            throw new Refusal($"The password of a link has {PasswordShortest} to {PasswordLimit} characters.");
        return store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                var link = await work.Db.ShareLinks.SingleOrDefaultAsync(l => l.MadeById == member.PersonId && l.ClientKey == clientKey);
                if (link is null)
                {
                    if (
                        await work.Db.ShareLinks.CountAsync(l =>
                            l.SpaceId == node.SpaceId && l.WithdrawnAt == null && l.ExpiresAt > work.Now
                        ) >= ShareLink.MostInSpace
                    )
                        throw new Refusal($"{ShareLink.MostInSpace} links lead out of this space already. Take back those that are done.");
                    var hash = string.IsNullOrEmpty(wish.Password) ? null : Hasher.HashPassword(null!, wish.Password);
                    var terms = new LinkTerms(work.Now + wish.Lasts, hash, wish.Downloads, wish.Title);
                    link = member.Link(Guid.CreateVersion7(work.Now), node, kind, terms, clientKey, work.Now);
                    work.Db.ShareLinks.Add(link);
                    work.Record(Verb.FileLinked, node);
                }
                return LinkRow.Of(link, member.Person.Name, work.Now, member);
            }
        );
    }

    /// <summary>Takes a link back; once more changes nothing.</summary>
    public Task Withdraw(Viewer viewer, Guid linkId) =>
        store.Write(
            viewer,
            async work =>
            {
                var link =
                    await work.Db.ShareLinks.SingleOrDefaultAsync(l => l.Id == linkId)
                    ?? throw new Refusal("There is no such link, or you cannot see it.");
                var member = await work.Standing(link.SpaceId);
                if (!link.Holds(work.Now))
                    return;
                member.Withdraw(link, work.Now);
                work.Record(Verb.FileUnlinked, await work.Node(link.NodeId));
            }
        );

    /// <summary>Whether the password opens the link.</summary>
    internal static bool Fits(ShareLink link, string? password) =>
        link.PasswordHash is null
        || password is { Length: > 0 and <= PasswordLimit }
            && Hasher.VerifyHashedPassword(null!, link.PasswordHash, password) != PasswordVerificationResult.Failed;
}

/// <summary>How a link is wanted.</summary>
public sealed record LinkWish(TimeSpan Lasts, string? Password = null, int? Downloads = null, string? Title = null);

/// <param name="MayLink">Whether the viewer may make links here.</param>
/// <param name="LetsOut">Whether anything of this space goes out by links at all.</param>
public sealed record LinksView(IReadOnlyList<LinkRow> Rows, bool MayLink, bool LetsOut);
