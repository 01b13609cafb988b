using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Order;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Order;

/// <summary>Saving ways of looking at a space's documents, for oneself or for all.</summary>
public sealed class Views(Store store)
{
    /// <summary>Saves once per client key. Of what is saved for oneself nobody else is told.</summary>
    public Task<Guid> Save(Viewer viewer, Guid spaceId, string name, string wish, bool shared, string clientKey) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                if (
                    await work.Db.SavedViews.SingleOrDefaultAsync(v => v.MadeById == member.PersonId && v.ClientKey == clientKey) is
                    { } done
                )
                    return done.Id;
                await work.Db.OneAtATime();
                var others = await work.Db.SavedViews.CountAsync(v => v.SpaceId == spaceId && v.Shared == shared);
                var view = member.SaveView(Guid.CreateVersion7(work.Now), shared, name, wish, others, clientKey, work.Now);
                work.Db.SavedViews.Add(view);
                if (shared)
                    work.Record(Verb.SpaceChanged, spaceId, ThingKind.Space, spaceId);
                return view.Id;
            }
        );

    public Task Remove(Viewer viewer, Guid id) =>
        store.Write(
            viewer,
            async work =>
            {
                var view =
                    await work.Db.SavedViews.SingleOrDefaultAsync(v => v.Id == id) ?? throw new Refusal("This view is not here any more.");
                (await work.Standing(view.SpaceId)).RemoveView(view);
                work.Db.SavedViews.Remove(view);
                if (view.Shared)
                    work.Record(Verb.SpaceChanged, view.SpaceId, ThingKind.Space, view.SpaceId);
            }
        );
}
