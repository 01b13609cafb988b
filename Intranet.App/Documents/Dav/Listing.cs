using System.Xml;
using System.Xml.Linq;
using Intranet.App.Data;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Dav;

/// <summary>PROPFIND: what is there and what is said of it, page by page, so that a folder of thousands never stands in memory.</summary>
internal sealed class Listing(Store store)
{
    private const int PageSize = 500;
    private const int MostAsked = 100;

    public async Task List(Errand errand)
    {
        if (!errand.Place.Exists)
            throw DavAnswer.NotFound;
        if (errand.Depth(usual: 1) is not { } depth)
            throw new DavAnswer(StatusCodes.Status403Forbidden, "Ask folder by folder.", "propfind-finite-depth");
        var (asked, namesOnly) = Asked(await DavXml.Read(errand.Request, errand.Stop));
        var place = errand.Place;
        var self = await store.Read(errand.Viewer, db => Self(db, place));
        var xml = await DavXml.Begin(errand.Response, StatusCodes.Status207MultiStatus, "multistatus");
        await Write(xml, self, asked, namesOnly);
        if (depth == 1 && place.IsRoot)
            foreach (var space in await store.Read(errand.Viewer, Places.Spaces))
                await Write(xml, OfSpace(space), asked, namesOnly);
        if (depth == 1 && place.IsFolder && place.Space is not null)
            await Below(errand, xml, place, asked, namesOnly);
        await xml.End();
    }

    /// <summary>The names that are asked for, or null for all; and whether only names are wanted.</summary>
    private static (XName[]? Asked, bool NamesOnly) Asked(XElement? sent)
    {
        if (sent is null)
            return (null, false);
        if (sent.Name != DavXml.Dav + "propfind")
            throw DavAnswer.Unreadable;
        if (sent.Element(DavXml.Dav + "prop") is { } prop)
            return ([.. prop.Elements().Select(e => e.Name).Distinct().Take(MostAsked)], false);
        return (null, sent.Element(DavXml.Dav + "propname") is not null);
    }

    private async Task Below(Errand errand, XmlWriter xml, Place place, XName[]? asked, bool namesOnly)
    {
        var folder = place.Node?.Id ?? place.Space!.Id;
        for (Node? after = null; ; )
        {
            var last = after;
            var page = await store.Read(
                errand.Viewer,
                db =>
                {
                    var nodes = db.Nodes.Where(n => n.FolderId == folder && n.SpaceId == place.Space!.Id && n.RemovedAt == null);
                    if (last is not null)
                        nodes = nodes.Where(n =>
                            n.Kind > last.Kind || (n.Kind == last.Kind && string.Compare(n.NameKey, last.NameKey) > 0)
                        );
                    return Load(db, Places.Entries(db, nodes).Take(PageSize), place.Steps);
                }
            );
            foreach (var resource in page)
                await Write(xml, resource, asked, namesOnly);
            if (page.Count < PageSize)
                return;
            after = page[^1].Entry!.Node;
        }
    }

    private static async Task<Resource> Self(IntranetDb db, Place place)
    {
        if (place.Node is { } node)
            return (await Load(db, [new Entry(node, place.BlobKey)], place.Steps.Take(place.Steps.Count - 1)))[0];
        return place.Space is { } space
            ? OfSpace(space)
            : new Resource(DavPath.Href([], folder: true), "Documents", IsFolder: true, MadeAt: null);
    }

    private static Resource OfSpace(OwnSpace space) => new(DavPath.Href([space.Name], folder: true), space.Name, IsFolder: true, space.At);

    private static async Task<List<Resource>> Load(IntranetDb db, IQueryable<Entry> entries, IEnumerable<string> above) =>
        await Load(db, await entries.ToListAsync(), above);

    private static async Task<List<Resource>> Load(IntranetDb db, IReadOnlyList<Entry> entries, IEnumerable<string> above)
    {
        Guid[] ids = [.. entries.Select(e => e.Node.Id)];
        var kept = (await db.NodeProperties.Where(p => ids.Contains(p.NodeId)).ToListAsync()).ToLookup(p => p.NodeId);
        var held = await Rows.Locks(db, ids);
        var own = (await LocksIn.On(db, ids)).ToLookup(t => t.NodeId);
        Guid[] folders = entries.Count == 0 ? [] : [.. entries[0].Node.Folders];
        var deep = (await LocksIn.On(db, folders)).Where(t => t.Deep).ToList();
        string[] steps = [.. above];
        return
        [
            .. entries.Select(e => new Resource(
                DavPath.Href([.. steps, e.Node.Name], e.Node.IsFolder),
                e.Node.Name,
                e.Node.IsFolder,
                e.Node.MadeAt
            )
            {
                Entry = e,
                Kept = [.. kept[e.Node.Id]],
                Tokens = [.. own[e.Node.Id], .. deep],
                Now = db.Now,
                Held = held.GetValueOrDefault(e.Node.Id),
            }),
        ];
    }

    private static async Task Write(XmlWriter xml, Resource resource, XName[]? asked, bool namesOnly)
    {
        await xml.Open("response");
        await xml.Text("href", resource.Href);
        XName[] there = [.. (asked ?? resource.Names).Where(resource.Has)];
        XName[] missing = [.. (asked ?? []).Except(there)];
        if (there.Length > 0 || missing.Length == 0)
            await Group(StatusCodes.Status200OK, there, name => namesOnly ? xml.Empty(name) : resource.Write(xml, name));
        if (missing.Length > 0)
            await Group(StatusCodes.Status404NotFound, missing, xml.Empty);
        await xml.WriteEndElementAsync();

        async Task Group(int status, XName[] names, Func<XName, Task> write)
        {
            await xml.Open("propstat");
            await xml.Open("prop");
            foreach (var name in names)
                await write(name);
            await xml.WriteEndElementAsync();
            await xml.Status(status);
            await xml.WriteEndElementAsync();
        }
    }
}
