using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Order;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Order;

/// <summary>The columns a space has for its documents, and what owners and moderators do with them.</summary>
public sealed class Columns(Store store)
{
    /// <summary>Adds a column once, under the id the client has chosen for it.</summary>
    public Task Add(Viewer viewer, Guid spaceId, Guid id, ColumnKind kind, string name, IReadOnlyList<string> choices) =>
        Act(
            viewer,
            spaceId,
            async (work, member) =>
            {
                if (await work.Db.Columns.AnyAsync(c => c.Id == id))
                    return false;
                await MustBeFree(work, spaceId, id, name);
                var others = await Count(work, spaceId);
                work.Db.Columns.Add(member.AddColumn(id, kind, name, choices, others, work.Now));
                return true;
            }
        );

    /// <summary>Gives it another name, and its values other words; the documents keep what stands there, in the new words.</summary>
    public Task Change(Viewer viewer, Guid spaceId, Guid id, string name, IReadOnlyList<ChoiceEdit> choices) =>
        Act(
            viewer,
            spaceId,
            async (work, member) =>
            {
                var column = await Column(work, spaceId, id);
                var before = (column.Name, column.ChoiceLines);
                await MustBeFree(work, spaceId, id, name);
                member.ChangeColumn(column, name, [.. choices.Select(c => c.Now)]);
                if (before == (column.Name, column.ChoiceLines))
                    return false;
                if (column.Kind == ColumnKind.Choice)
                    await Reword(work, column, choices);
                return true;
            }
        );

    public Task Remove(Viewer viewer, Guid spaceId, Guid id) =>
        Act(
            viewer,
            spaceId,
            async (work, member) =>
            {
                member.RemoveColumn(await Column(work, spaceId, id), work.Now);
                return true;
            }
        );

    /// <summary>Brings a removed column back with all that stood in it.</summary>
    public Task Restore(Viewer viewer, Guid spaceId, Guid id) =>
        Act(
            viewer,
            spaceId,
            async (work, member) =>
            {
                var column = await Column(work, spaceId, id);
                if (column.RemovedAt is null)
                    return false;
                await MustBeFree(work, spaceId, id, column.Name);
                member.RestoreColumn(column, await Count(work, spaceId));
                return true;
            }
        );

    /// <summary>In two steps, because one value may take the old name of another.</summary>
    private static async Task Reword(Work work, Column column, IReadOnlyList<ChoiceEdit> choices)
    {
        var words = column.Choices.ToList();
        for (var i = 0; i < choices.Count; i++)
        {
            var (was, mark) = (choices[i].Was, $"\u0001{i}");
            if (was is not null)
                await work
                    .Db.ColumnValues.Where(v => v.ColumnId == column.Id && v.Text == was)
                    .ExecuteUpdateAsync(set => set.SetProperty(v => v.Key, mark));
        }
        for (var i = 0; i < choices.Count; i++)
        {
            var mark = $"\u0001{i}";
            if (words.Find(w => Domain.Documents.Node.KeyOf(w) == Domain.Documents.Node.KeyOf(OneLine.Of(choices[i].Now))) is not { } now)
                continue;
            var key = column.KeyOf(now);
            await work
                .Db.ColumnValues.Where(v => v.ColumnId == column.Id && v.Key == mark)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Text, now).SetProperty(v => v.Key, key));
        }
    }

    private static Task<int> Count(Work work, Guid spaceId) => work.Db.Columns.CountAsync(c => c.SpaceId == spaceId && c.RemovedAt == null);

    private static async Task MustBeFree(Work work, Guid spaceId, Guid id, string name)
    {
        var key = Domain.Documents.Node.KeyOf(OneLine.Of(name));
        var others = await work
            .Db.Columns.Where(c => c.SpaceId == spaceId && c.RemovedAt == null && c.Id != id)
            .Select(c => c.Name)
            .ToListAsync();
        if (others.Exists(o => Domain.Documents.Node.KeyOf(o) == key))
            throw new Refusal("There is a column of this name already. Choose another name.");
    }

    private static async Task<Column> Column(Work work, Guid spaceId, Guid id) =>
        await work.Db.Columns.SingleOrDefaultAsync(c => c.Id == id && c.SpaceId == spaceId)
        ?? throw new Refusal("This column is not here any more.");

    /// <summary>How many there are is looked at before one is added, so these acts come one after another.</summary>
    private Task Act(Viewer viewer, Guid spaceId, Func<Work, Membership, Task<bool>> act) =>
        store.Write(
            viewer,
            async work =>
            {
                await work.Db.OneAtATime();
                if (await act(work, await work.Standing(spaceId)))
                    work.Record(Verb.SpaceChanged, spaceId, ThingKind.Space, spaceId);
            }
        );
}

/// <summary>A value of a choice as it was called, if it was there before, and as it is called now.</summary>
public readonly record struct ChoiceEdit(string? Was, string Now);
