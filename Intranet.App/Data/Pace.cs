using Intranet.Domain.Access;
using Intranet.Domain.Activity;

namespace Intranet.App.Data;

/// <summary>
/// How fast one person may do what others are told of: so many at once, then one in each interval. Nobody who acts by hand comes to it; a script
/// in somebody's name, or a tab that has gone mad, does not fill everybody's screen. Counted in memory, by each node.
/// </summary>
/// <param name="atOnce">How many acts after a rest; 0 sets no bound, as for the operator's commands.</param>
public sealed class Pace(TimeProvider clock, int atOnce)
{
    public const int AtOnce = 60;
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private const int MostKept = 10_000;

    /// <summary>When somebody has made up for what they did.</summary>
    private readonly Dictionary<Guid, DateTimeOffset> _rested = [];
    private readonly Lock _lock = new();

    /// <summary>What others see or are told of. Reading, tidying up and moving files is nobody else's noise.</summary>
    internal static bool Heard(Verb verb) =>
        verb
            is Verb.Posted
                or Verb.Asked
                or Verb.Announced
                or Verb.Praised
                or Verb.Polled
                or Verb.Commented
                or Verb.Answered
                or Verb.Reacted
                or Verb.Shared
                or Verb.Edited
                or Verb.Invited
                or Verb.RequestedToJoin
                or Verb.SpaceCreated;

    /// <summary>Takes one act of this person, or refuses it with how long to wait.</summary>
    public void Take(Guid person)
    {
        if (atOnce == 0)
            return;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_rested.Count >= MostKept)
                foreach (var (who, at) in _rested)
                    if (at <= now)
                        _rested.Remove(who);
            var rested = _rested.TryGetValue(person, out var until) && until > now ? until : now;
            var wait = rested + Interval - now - Interval * atOnce;
            // A second more than it takes: whoever counts along is not refused again.
            if (wait > TimeSpan.Zero)
                throw new Refusal($"That was very much in a short time. Wait {Math.Ceiling(wait.TotalSeconds) + 1} seconds, then go on.");
            _rested[person] = rested + Interval;
        }
    }
}
