using Intranet.Domain.Access;

namespace Intranet.App.Documents.Content;

/// <summary>Has documents read in processes of their own, which may crash, hang or run out of memory without harm to this one.</summary>
/// <param name="program">The program that reads; the product itself with its <c>extract</c> command unless said otherwise.</param>
public sealed class ReadingRoom(ReadingLimits limits, TimeProvider clock, IReadOnlyList<string>? program = null) : IDisposable
{
    /// <summary>How many documents may wait for a reader.</summary>
    public const int MostWaiting = 500;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim seats = new(Environment.ProcessorCount);
    private readonly Lock door = new();
    private readonly List<(Clerk Clerk, DateTimeOffset Since)> idle = [];
    private ITimer? sweep;
    private int waiting;
    private bool closed;

    /// <summary>The text of the file at a path, or why there is none. The name tells what the file is called, and so what it may be.</summary>
    /// <exception cref="Refusal">Too many documents wait already; to be tried again later.</exception>
    public async Task<Extract> ReadAsync(string path, string name, CancellationToken stop = default)
    {
        await Seat(stop);
        Clerk? clerk = null;
        try
        {
            clerk = Take() ?? Clerk.Start(program ?? ExtractCommand.Program(), limits);
            var answer = await clerk.Ask(path, name, stop);
            if (clerk.IsFit)
            {
                PutBack(clerk);
                clerk = null;
            }
            return answer;
        }
        finally
        {
            clerk?.Dispose();
            seats.Release();
        }
    }

    public void Dispose()
    {
        lock (door)
        {
            closed = true;
            sweep?.Dispose();
            idle.ForEach(i => i.Clerk.Dispose());
            idle.Clear();
        }
    }

    private async Task Seat(CancellationToken stop)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > MostWaiting)
                throw new Refusal("Too many documents are waiting to be read. It is tried again later.");
            await seats.WaitAsync(stop);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private Clerk? Take()
    {
        lock (door)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            while (idle.Count > 0)
            {
                var clerk = idle[^1].Clerk;
                idle.RemoveAt(idle.Count - 1);
                if (clerk.IsAlive)
                    return clerk;
                clerk.Dispose();
            }
            return null;
        }
    }

    private void PutBack(Clerk clerk)
    {
        lock (door)
        {
            if (closed)
                clerk.Dispose();
            else
                idle.Add((clerk, clock.GetUtcNow()));
            sweep ??= clock.CreateTimer(_ => Sweep(), null, Idle, Idle);
        }
    }

    /// <summary>A reader nobody needs gives its memory back.</summary>
    private void Sweep()
    {
        lock (door)
        {
            foreach (var bored in idle.Where(i => clock.GetUtcNow() - i.Since >= Idle).ToList())
            {
                idle.Remove(bored);
                bored.Clerk.Dispose();
            }
        }
    }
}
