using System.Collections.Concurrent;

namespace Intranet.App.Live;

/// <summary>Remembers which ledger rows this process wrote and announces itself, so that the watch does not announce them a second time.</summary>
public sealed class OwnActs
{
    private readonly ConcurrentDictionary<long, byte> _ids = new();

    /// <summary>Without a watch nobody would ever take the ids out again.</summary>
    internal bool Watched { get; set; }

    /// <summary>Called before the commit: from then on others may see the rows.</summary>
    public void Add(IReadOnlyList<Happening> happenings)
    {
        if (Watched)
            foreach (var happening in happenings)
                _ids[happening.ActivityId] = 0;
    }

    internal bool Contains(long id) => _ids.ContainsKey(id);

    internal int CountUpTo(long id) => _ids.Keys.Count(own => own <= id);

    internal void ForgetUpTo(long id)
    {
        foreach (var own in _ids.Keys)
            if (own <= id)
                _ids.TryRemove(own, out _);
    }
}
