using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Keeps what somebody began to write, so that it waits on every device and over every restart.</summary>
public sealed class Drafts(Store store)
{
    /// <summary>Drafts one person may have; beyond it the oldest go.</summary>
    public const int MostPerPerson = 100;

    private const string Edited = "edit:";

    /// <summary>The place of a change of something that is published.</summary>
    internal static string Edit(Guid thing) => $"{Edited}{thing:N}";

    /// <summary>What this person began to change and did not save.</summary>
    public async Task<HashSet<Guid>> Edits(Viewer viewer)
    {
        var places = await store.Read(
            viewer,
            db => db.Drafts.Where(d => d.PersonId == viewer.PersonId && d.Place.StartsWith(Edited)).Select(d => d.Place).ToListAsync()
        );
        return [.. places.Select(p => Guid.Parse(p.AsSpan(Edited.Length)))];
    }

    public Task<Draft?> Load(Viewer viewer, string place) =>
        store.Read(viewer, db => db.Drafts.SingleOrDefaultAsync(d => d.PersonId == viewer.PersonId && d.Place == place));

    /// <summary>Writes the draft down, or takes it away when nothing is left in it.</summary>
    public Task Keep(Viewer viewer, string place, Action<Draft> write) =>
        store.Write(
            viewer,
            async work =>
            {
                var me = await work.Actor();
                var draft = await work.Db.Drafts.SingleOrDefaultAsync(d => d.PersonId == me.Id && d.Place == place);
                if (draft is null)
                {
                    var old = await work.Db.Drafts.OrderByDescending(d => d.At).Skip(MostPerPerson - 1).ToListAsync();
                    work.Db.Drafts.RemoveRange(old);
                    work.Db.Drafts.Add(draft = new Draft(me.Id, place));
                }
                write(draft);
                if (draft.Markdown.Length > Body.Limit || draft.Title?.Length > Post.TitleLimit)
                    throw new Refusal("This draft is too long to be kept.");
                draft.At = work.Now;
                if (draft.Blank)
                    work.Db.Drafts.Remove(draft);
            }
        );

    public Task Forget(Viewer viewer, string place) => store.Write(viewer, async work => await Forget(work, place));

    /// <summary>The same, with what this browser keeps of it.</summary>
    public async Task Forget(Viewer viewer, string place, TextBox? box)
    {
        await Forget(viewer, place);
        if (box is not null)
            await box.Clear();
    }

    private static Task<int> Forget(Work work, string place) =>
        work.Db.Drafts.Where(d => d.PersonId == work.Viewer.PersonId && d.Place == place).ExecuteDeleteAsync();
}
