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

    /// <summary>The commit failed; another process may get the same numbers.</summary>
    public void Remove(IReadOnlyList<Happening> happenings)
    {
        foreach (var happening in happenings)
            _ids.TryRemove(happening.ActivityId, out _);
    }

    internal bool Contains(long id) => _ids.ContainsKey(id);

    /// <summary>Whether every row after the one and up to the other was written here.</summary>
    internal bool ContainsAll(long after, long upTo)
    {
        for (var id = after + 1; id <= upTo; id++)
            if (!_ids.ContainsKey(id))
                return false;
        return true;
    }

    internal void ForgetUpTo(long id)
    {
        foreach (var own in _ids.Keys)
            if (own <= id)
                _ids.TryRemove(own, out _);
    }
}
