using System.Collections.Concurrent;
using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.Domain.Activity;
using Intranet.Domain.Notifications;

namespace Intranet.App.Notifications;

/// <summary>Reads the ledger and writes down who should hear of what. Whether they may still see it is asked again when it is shown.</summary>
public sealed class Notifier(Store store, Announcer announcer, ILogger<Notifier> log) : LedgerReader(store, announcer, log)
{
    /// <summary>What is older when it is read here (taken over, or a rebuild from zero) is no news any more.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);
    private readonly Announcer _announcer = announcer;
    private readonly ConcurrentQueue<Guid> _told = new();

    protected override string Name => "notifications";

    protected override async Task Take(Work work, IReadOnlyList<Act> acts)
    {
        _told.Clear();
        foreach (var act in acts.Where(a => a.SourceId == 0 && a.Channel != Channel.Import && a.At > work.Now - Fresh))
        foreach (var (person, verb) in await Hearers.Of(work.Db, act))
        {
            var id = Guid.CreateVersion7(act.At);
            work.Db.Notifications.Add(new Notification(id, person, verb, act.ActorId, act.SpaceId, act.PostId, act.ThingId, act.At));
            _told.Enqueue(person);
        }
    }

    protected override void Settled()
    {
        foreach (var person in _told.Distinct())
            _announcer.Nudge(Subject.News(person));
        _told.Clear();
    }
}
