using System.Xml.Linq;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Dav;

/// <summary>PROPPATCH: what programs keep with a document, all of a request or nothing of it. No act of a person, so nothing for the ledger.</summary>
internal sealed class Patching(Store store, Guard guard)
{
    private const int MostChanges = 100;

    public async Task Patch(Errand errand)
    {
        var node = errand.Place.Paper;
        var changes = Changes(await DavXml.Read(errand.Request, errand.Stop));
        await guard.MustBe(errand, errand.Place);
        await guard.MayChange(errand, errand.Place, listing: false);
        var live = changes.Select(c => c.Property.Name).Where(n => n.Namespace == DavXml.Dav).ToList();
        if (live.Count == 0)
            await Keep(errand.Viewer, node.Id, changes);
        var xml = await DavXml.Begin(errand.Response, StatusCodes.Status207MultiStatus, "multistatus");
        await xml.Open("response");
        await xml.Text("href", DavPath.Href(errand.Place.Steps, node.IsFolder));
        foreach (var name in changes.Select(c => c.Property.Name).Distinct())
        {
            await xml.Open("propstat");
            await xml.Open("prop");
            await xml.Empty(name);
            await xml.WriteEndElementAsync();
            await xml.Status(
                live.Count == 0 ? StatusCodes.Status200OK
                : live.Contains(name) ? StatusCodes.Status403Forbidden
                : StatusCodes.Status424FailedDependency
            );
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
        await xml.End();
    }

    private static List<(bool Set, XElement Property)> Changes(XElement? sent)
    {
        if (sent?.Name != DavXml.Dav + "propertyupdate")
            throw DavAnswer.Unreadable;
        var changes = (
            from step in sent!.Elements()
            where step.Name == DavXml.Dav + "set" || step.Name == DavXml.Dav + "remove"
            from property in step.Elements(DavXml.Dav + "prop").Elements()
            select (step.Name.LocalName == "set", property)
        )
            .Take(MostChanges + 1)
            .ToList();
        return changes.Count is > 0 and <= MostChanges ? changes : throw DavAnswer.Unreadable;
    }

    private Task Keep(Viewer viewer, Guid nodeId, List<(bool Set, XElement Property)> changes) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                if (!member.MayArrange(node, await work.Held(node), work.Now))
                    throw new Refusal("You read here, and do not write.");
                var before = await work.Db.NodeProperties.Where(p => p.NodeId == nodeId).ToListAsync();
                var kept = before.ToList();
                foreach (var (set, property) in changes)
                {
                    var (space, name) = (property.Name.NamespaceName, property.Name.LocalName);
                    var old = kept.Concat(before).FirstOrDefault(p => p.Namespace == space && p.Name == name);
                    if (old is not null)
                        kept.Remove(old);
                    if (!set)
                        continue;
                    var value = property.ToString(SaveOptions.DisableFormatting);
                    old ??= new NodeProperty(nodeId, node.SpaceId, space, name, value);
                    old.Become(value);
                    kept.Add(old);
                }
                if (kept.Count > NodeProperty.Most)
                    throw new DavAnswer(StatusCodes.Status507InsufficientStorage, $"At most {NodeProperty.Most} properties are kept.");
                work.Db.NodeProperties.RemoveRange(before.Except(kept));
                work.Db.NodeProperties.AddRange(kept.Except(before));
            }
        );
}
