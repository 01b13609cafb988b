using Intranet.App.Data;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Dav;

/// <summary>Asks, before something is changed, whether it is as the program believes, and whether the program shows the tokens of all locks in its way.</summary>
internal sealed class Guard(Store store, Places places)
{
    /// <summary>The conditions of `If`, `If-Match` and `If-None-Match`, on what is there now.</summary>
    public async Task MustBe(Errand errand, Place place)
    {
        var asked = errand.Request.GetTypedHeaders();
        var read = HttpMethods.IsGet(errand.Request.Method) || HttpMethods.IsHead(errand.Request.Method);
        // What a reader already has is no failure; the answer to that is given with the file.
        if (!read && (!Matches(asked.IfMatch, place, usual: true) || Matches(asked.IfNoneMatch, place, usual: false)))
            throw DavAnswer.Unmet;
        if (errand.If.Lists.Count == 0)
            return;
        foreach (var list in errand.If.Lists)
            if (await Holds(errand, place, list))
                return;
        throw DavAnswer.Unmet;
    }

    /// <summary>Whether this program may change what is there.</summary>
    /// <param name="listing">It comes into its folder or goes out of it, so that the folder's own locks count.</param>
    public async Task MayChange(Errand errand, Place place, bool listing)
    {
        var barred = await store.Read(
            errand.Viewer,
            async db =>
            {
                var locks = place.Node is { } node ? await LocksIn.Over(db, node, below: listing) : [];
                if (listing || place.Node is null)
                    locks.AddRange(await LocksIn.OfFolder(db, place.Above));
                return locks.GroupBy(t => t.NodeId).Any(together => !together.Any(t => IsShown(errand, t)))
                    || (place.Node is not null && await IsCheckedOut(db, place.Node, listing));
            }
        );
        if (barred)
            throw DavAnswer.Locked;
    }

    public static bool IsShown(Errand errand, LockToken token) =>
        token.PersonId == errand.Viewer.PersonId && errand.If.Tokens.Contains(Locks.Urn(token), StringComparer.OrdinalIgnoreCase);

    /// <summary>By somebody else, on a page or by a program.</summary>
    private static Task<bool> IsCheckedOut(IntranetDb db, Node node, bool below)
    {
        var within = node.Within;
        return db.Checkouts.AnyAsync(c =>
            c.PersonId != db.ViewerId
            && c.Until > db.Now
            && (
                c.NodeId == node.Id
                || (
                    below
                    && db.Nodes.Any(n => n.Id == c.NodeId && n.SpaceId == node.SpaceId && n.Path.StartsWith(within) && n.RemovedAt == null)
                )
            )
        );
    }

    private async Task<bool> Holds(Errand errand, Place asked, IfList list)
    {
        var place = asked;
        if (list.About is { } about)
            place = DavPath.Of(about, errand.Request) is { } steps ? await places.Find(errand.Viewer, steps) : new Place(["", ""]);
        var tokens = await store.Read(
            errand.Viewer,
            async db => place.Node is { } node ? await LocksIn.Over(db, node, below: false) : await LocksIn.OfFolder(db, place.Above)
        );
        return list.Conditions.All(c => c.Not != (c.Token is null ? c.ETag == place.ETag : tokens.Exists(t => Locks.IsCalled(t, c.Token))));
    }

    private static bool Matches(IList<Microsoft.Net.Http.Headers.EntityTagHeaderValue> tags, Place place, bool usual) =>
        tags.Count == 0
            ? usual
            : place.Exists
                && tags.Any(t => t.Tag == "*" || (!t.IsWeak && place.ETag is { } own && t.Tag.Equals(own, StringComparison.Ordinal)));
}
