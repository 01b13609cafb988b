using Intranet.App.Data;
using Intranet.App.Documents.Downloading;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Wiki;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Wiki;

/// <summary>Beginning pages and writing in them. Whoever saves after somebody else adds to what that one wrote, and overwrites nothing.</summary>
public sealed class Pages(Store store, PageTexts texts, PageTemplates templates, PageLinks links)
{
    /// <summary>Makes a page once per client key, with the text of a template.</summary>
    public async Task<Guid> Begin(Viewer viewer, NewPage wanted)
    {
        var name = PageName.NameOf(wanted.Title);
        var text = texts.Fit(await templates.Text(viewer, wanted.SpaceId, wanted.Template));
        return await store.Write(
            viewer,
            async work =>
            {
                await work.Db.OneAtATime();
                var member = await work.Standing(wanted.SpaceId);
                if (await Done(work, member, wanted.ClientKey) is { } done)
                    return done.NodeId;
                var folder = await work.Folder(wanted.SpaceId, wanted.Folder);
                member.MustFile();
                if (await work.Named(folder?.Id ?? wanted.SpaceId, name) is { } there)
                    throw new Refusal($"“{there.Name}” is here already. Choose another title.");
                var file = await Keep(work, wanted.SpaceId, text, name);
                var (page, version) = member.Add(Guid.CreateVersion7(work.Now), folder, name, file, null, wanted.ClientKey, work.Now);
                work.Db.Nodes.Add(page);
                work.Db.DocumentVersions.Add(version);
                work.Record(Verb.FileAdded, page);
                return page.Id;
            }
        );
    }

    /// <summary>The newest version to write in, with what one has begun; null when there is nothing for this person.</summary>
    /// <exception cref="Refusal">It is here, but one may not or cannot write in it; the sentence says why.</exception>
    public async Task<OpenPage?> Open(Viewer viewer, Guid nodeId)
    {
        var found = await store.Read(
            viewer,
            async db =>
            {
                var version = await Downloads.Version(db, nodeId, null).SingleOrDefaultAsync();
                if (version is null)
                    return null;
                var node = await db.Nodes.SingleAsync(n => n.Id == nodeId);
                var held = await db.Checkouts.SingleOrDefaultAsync(c => c.NodeId == nodeId);
                var member = await db.OwnSeat(node.SpaceId);
                var draft = await db.PageDrafts.SingleOrDefaultAsync(d => d.NodeId == nodeId);
                var begun = draft is null ? null : await Downloads.Version(db, nodeId, draft.Number).SingleOrDefaultAsync();
                return new
                {
                    Node = node,
                    Version = version,
                    Held = held,
                    Member = member,
                    Draft = begun is null ? null : draft,
                };
            }
        );
        if (found is null)
            return null;
        if (found.Member is null)
            throw new Refusal("This is for members of the space. Join it first, or ask its owner.");
        found.Member.MustWrite(found.Node, found.Held, store.Clock.GetUtcNow());
        return new OpenPage(found.Node, await texts.Read(found.Version), found.Draft);
    }

    /// <summary>Saves a text once per client key. What others saved since it was begun is merged into it; where both changed the same lines nothing is saved, and the answer has both.</summary>
    public Task<PageSaved> Save(Viewer viewer, PageChange change)
    {
        var written = texts.Fit(change.Text);
        return store.Write(
            viewer,
            async work =>
            {
                // Nobody else saves, and nobody clears the content away, between the look and the end.
                await work.Db.OneAtATime();
                var page = await work.Node(change.NodeId);
                var member = await work.Standing(page.SpaceId);
                if (await Done(work, member, change.ClientKey) is { } done)
                    return new PageSaved(done.Number);
                var held = await work.Held(page);
                member.MustWrite(page, held, work.Now);
                var newest = await Version(work, page, page.Number);
                var theirs = await texts.Read(newest);
                var text = texts.Fit(await links.Settle(work.Db, page, written));
                var note = change.Note;
                if (change.From != page.Number)
                {
                    var begun = await texts.Read(await Version(work, page, change.From));
                    var merge = LineMerge.Of(begun, text, theirs, page.Number);
                    if (!merge.Fits)
                        return new PageSaved(page.Number) { Clash = merge };
                    text = texts.Fit(merge.Text());
                    note = Merged(note, page.Number);
                }
                await Forget(work, page);
                if (text == theirs)
                    return new PageSaved(page.Number);
                var file = await Keep(work, page.SpaceId, text, page.Name);
                var version = member.Write(page, held, file, note, change.ClientKey, work.Now);
                work.Db.DocumentVersions.Add(version);
                work.Record(Verb.WikiEdited, page);
                return new PageSaved(version.Number) { Merged = change.From != version.Number - 1 };
            }
        );
    }

    private async Task<StoredFile> Keep(Work work, Guid spaceId, string text, string name)
    {
        var file = await texts.Keep(text, name);
        await Quota.MustFit(work, spaceId, Guid.Empty, file.Size);
        return file;
    }

    private static string Merged(string? note, int number)
    {
        var said = $"Merged with version {number}";
        var own = OneLine.Of(note);
        return own.Length == 0 ? said
            : own.Length + said.Length + 2 > DocumentVersion.NoteLimit ? own
            : $"{own}. {said}";
    }

    private static Task<int> Forget(Work work, Node page) =>
        work.Db.PageDrafts.Where(d => d.NodeId == page.Id && d.PersonId == work.Viewer.PersonId).ExecuteDeleteAsync();

    private static Task<DocumentVersion?> Done(Work work, Membership member, string clientKey) =>
        work.Db.DocumentVersions.SingleOrDefaultAsync(v => v.AuthorId == member.PersonId && v.ClientKey == clientKey);

    private static async Task<DocumentVersion> Version(Work work, Node page, int number) =>
        await work.Db.DocumentVersions.SingleOrDefaultAsync(v => v.NodeId == page.Id && v.Number == number)
        ?? throw new Refusal("This document has no such version.");
}
