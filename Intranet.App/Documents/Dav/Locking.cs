using System.IO.Pipelines;
using System.Xml.Linq;
using Intranet.App.Data;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Dav;

/// <summary>LOCK and UNLOCK.</summary>
internal sealed class Locking(Store store, Locks locks, Guard guard, Contents contents, Places places)
{
    public async Task Lock(Errand errand)
    {
        var sent = await DavXml.Read(errand.Request, errand.Stop);
        if (sent is null)
        {
            await Refresh(errand);
            return;
        }
        var wish = Wish(errand, sent);
        var place = errand.Place;
        await guard.MustBe(errand, place);
        if (place.Node is null)
        {
            if (place.Exists)
                throw DavAnswer.Shelf;
            // A name that is free is kept free by an empty document.
            await contents.Save(errand, place, PipeReader.Create(Stream.Null), 0);
        }
        var node = place.Node ?? (await places.Find(errand.Viewer, place.Steps)).Paper;
        var token = await locks.Take(errand.Viewer, node.Id, wish);
        errand.Response.Headers["Lock-Token"] = $"<{Locks.Urn(token)}>";
        await Answer(errand, token, place.Exists ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    public async Task Unlock(Errand errand)
    {
        var said = errand.Request.Headers["Lock-Token"].ToString().Trim().TrimStart('<').TrimEnd('>');
        if (said.Length == 0)
            throw DavAnswer.Unreadable;
        if (!errand.Place.Exists)
            throw DavAnswer.NotFound;
        var token =
            (await Over(errand)).Find(t => Locks.IsCalled(t, said))
            ?? throw new DavAnswer(StatusCodes.Status409Conflict, "There is no such lock here.", "lock-token-matches-request-uri");
        if (token.PersonId != errand.Viewer.PersonId)
            throw new DavAnswer(StatusCodes.Status403Forbidden, "Whoever locked it unlocks it; an owner of the space can break the lock.");
        await locks.Release(errand.Viewer, token.Id);
        errand.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task Refresh(Errand errand)
    {
        if (!errand.Place.Exists)
            throw DavAnswer.NotFound;
        var token = (await Over(errand)).Find(t => Guard.IsShown(errand, t)) ?? throw DavAnswer.Unmet;
        await Answer(errand, await locks.Refresh(errand.Viewer, token.Id, errand.Timeout), StatusCodes.Status200OK);
    }

    private Task<List<LockToken>> Over(Errand errand) =>
        store.Read(errand.Viewer, async db => errand.Place.Node is { } node ? await LocksIn.Over(db, node, below: false) : []);

    private static LockWish Wish(Errand errand, XElement sent)
    {
        var scope = sent.Element(DavXml.Dav + "lockscope");
        var shared = scope?.Element(DavXml.Dav + "shared") is not null;
        if (
            sent.Name != DavXml.Dav + "lockinfo"
            || (!shared && scope?.Element(DavXml.Dav + "exclusive") is null)
            || sent.Element(DavXml.Dav + "locktype")?.Element(DavXml.Dav + "write") is null
        )
            throw DavAnswer.Unreadable;
        var depth = errand.Depth(usual: null);
        if (depth == 1)
            throw DavAnswer.Unreadable;
        var owner = sent.Element(DavXml.Dav + "owner")?.ToString(SaveOptions.DisableFormatting);
        return new LockWish(shared, Deep: depth is null, owner, errand.Timeout);
    }

    private async Task Answer(Errand errand, LockToken token, int status)
    {
        var xml = await DavXml.Begin(errand.Response, status, "prop");
        await xml.Open("lockdiscovery");
        await LockXml.Write(xml, [token], null, store.Clock.GetUtcNow());
        await xml.WriteEndElementAsync();
        await xml.End();
    }
}
