using System.Runtime.CompilerServices;
using Intranet.App.Shared.Text;

namespace Intranet.App.Shared;

/// <summary>Keeps what was drawn of things that never change, each look of a thing once for all screens, for as long as somebody holds the thing.</summary>
internal sealed class Drawings<T>
    where T : class
{
    private readonly ConditionalWeakTable<T, Looks> _kept = [];

    /// <summary>The drawing of that look, if there is one yet.</summary>
    public SafeHtml? Find(T thing, int look) => _kept.TryGetValue(thing, out var looks) ? looks.Find(look) : null;

    /// <summary>Keeps a drawing and hands it back.</summary>
    public SafeHtml Keep(T thing, int look, SafeHtml drawn) => _kept.GetValue(thing, _ => new Looks()).Keep(look, drawn);

    /// <summary>A short list that is read without a lock: nearly everybody sees a thing in one of a few ways.</summary>
    private sealed class Looks
    {
        private Look? _first;

        public SafeHtml? Find(int which)
        {
            for (var look = Volatile.Read(ref _first); look is not null; look = look.Next)
                if (look.Which == which)
                    return look.Drawn;
            return null;
        }

        public SafeHtml Keep(int which, SafeHtml drawn)
        {
            lock (this)
            {
                if (Find(which) is { } known)
                    return known;
                Volatile.Write(ref _first, new Look(which, drawn, _first));
                return drawn;
            }
        }
    }

    private sealed record Look(int Which, SafeHtml Drawn, Look? Next);
}
