using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Order;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Order;

/// <summary>What is said about a document or folder beside its name: its tags, and what stands in the columns of its space.</summary>
public sealed class Details(Store store)
{
    /// <summary>Both are written in one act; what is the same already is not written again.</summary>
    /// <param name="values">By column: a text, a choice, a date as year, month and day, or the id of a person. Nothing empties it; a column that is not named stays as it is.</param>
    public Task Save(Viewer viewer, Guid nodeId, IReadOnlyList<string> tags, IReadOnlyDictionary<Guid, string?>? values = null) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                var held = await work.Held(node);
                var changed = await Tag(work, member, node, held, Domain.Documents.Order.Tag.All(tags));
                foreach (var (column, value) in values ?? new Dictionary<Guid, string?>())
                    changed |= await Fill(work, member, node, held, column, value?.Trim() ?? "");
                if (changed)
                    work.Record(Verb.FileDescribed, node);
            }
        );

    private static async Task<bool> Tag(Work work, Membership member, Node node, Checkout? held, IReadOnlyList<Tag> tags)
    {
        var before = node.TagLine;
        var wanted = member.Tag(node, held, await Spelled(work, node.SpaceId, tags), work.Now);
        if (node.TagLine == before)
            return false;
        var there = await work.Db.NodeTags.Where(t => t.NodeId == node.Id).ToListAsync();
        work.Db.NodeTags.RemoveRange(there.Where(t => wanted.All(w => w.Key != t.Key)));
        work.Db.NodeTags.AddRange(wanted.Where(w => there.All(t => t.Key != w.Key)));
        return true;
    }

    /// <summary>Copies carry the tags of their originals, spelled as the space they come into does.</summary>
    internal static async Task Retag(Work work, Guid spaceId, IReadOnlyList<NodeTag> tags, IReadOnlyDictionary<Guid, Node> copies)
    {
        if (tags.Count == 0)
            return;
        var spelled = await Spelled(work, spaceId, [.. tags.Select(t => new Tag(t.Key, t.Name)).DistinctBy(t => t.Key)]);
        var names = spelled.ToDictionary(t => t.Key);
        foreach (var worn in tags.GroupBy(t => t.NodeId))
            work.Db.NodeTags.AddRange(copies[worn.Key].Carry([.. worn.Select(t => names[t.Key])]));
    }

    /// <summary>As they are spelled in the space already, whatever the case they are typed in now.</summary>
    private static async Task<IReadOnlyList<Tag>> Spelled(Work work, Guid spaceId, IReadOnlyList<Tag> tags)
    {
        string[] keys = [.. tags.Select(t => t.Key)];
        var known = await Known();
        if (keys.All(known.ContainsKey))
            return [.. tags.Select(t => t with { Name = known[t.Key] })];
        // Who gives the same new tag at the same moment waits, and takes over this spelling.
        await work.Db.OneAtATime();
        known = await Known();
        return [.. tags.Select(t => t with { Name = known.GetValueOrDefault(t.Key, t.Name) })];

        async Task<Dictionary<string, string>> Known() =>
            await work
                .Db.NodeTags.Where(t => t.SpaceId == spaceId && keys.Contains(t.Key))
                .GroupBy(t => t.Key)
                .Select(same => new { same.Key, Name = same.Min(t => t.Name)! })
                .ToDictionaryAsync(t => t.Key, t => t.Name);
    }

    private static async Task<bool> Fill(Work work, Membership member, Node node, Checkout? held, Guid columnId, string text)
    {
        var column =
            await work.Db.Columns.SingleOrDefaultAsync(c => c.Id == columnId && c.SpaceId == node.SpaceId)
            ?? throw new Refusal("This column is not here any more.");
        var there = await work.Db.ColumnValues.SingleOrDefaultAsync(v => v.NodeId == node.Id && v.ColumnId == columnId);
        if (text.Length == 0)
        {
            if (there is null)
                return false;
            work.Db.ColumnValues.Remove(there);
            return true;
        }
        var before = (there?.Text, there?.PersonId);
        // What has gone from the list meanwhile stays where it stands until somebody chooses another.
        if (there is not null && column.Kind == ColumnKind.Choice && text == there.Text)
            return false;
        var person = column.Kind == ColumnKind.Person ? await Member(work, node.SpaceId, text) : null;
        var value = member.Fill(node, held, column, there, text, person, work.Now);
        if (there is null)
            work.Db.ColumnValues.Add(value);
        return before != (value.Text, value.PersonId);
    }

    private static async Task<(Guid, string)?> Member(Work work, Guid spaceId, string id)
    {
        if (!Guid.TryParse(id, out var person))
            return null;
        var named = await work
            .Db.Memberships.Where(m => m.SpaceId == spaceId && m.PersonId == person)
            .Select(m => m.Person.Name)
            .SingleOrDefaultAsync();
        return named is null ? null : (person, named);
    }
}
