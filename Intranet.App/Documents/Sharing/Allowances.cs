namespace Intranet.App.Documents.Sharing;

/// <summary>
/// How much may still go out under the ticket of a counted download: as many bytes again as the document has. So whatever breaks off goes on,
/// however often, and nobody fetches it a third time.
/// </summary>
public sealed class Allowances(TimeProvider clock)
{
    /// <summary>Tickets that are remembered; the oldest is forgotten first, and begins anew.</summary>
    private const int Most = 10_000;

    private readonly Lock door = new();
    private readonly Dictionary<Guid, (long Left, DateTimeOffset Since)> tickets = [];

    /// <summary>Takes so many bytes from what a ticket for a document of that size has left; false when it has not as many.</summary>
    public bool Take(Guid ticket, long size, long bytes)
    {
        lock (door)
        {
            if (!tickets.TryGetValue(ticket, out var known))
                known = (size, clock.GetUtcNow());
            if (known.Left < bytes)
                return false;
            tickets[ticket] = (known.Left - bytes, known.Since);
            if (tickets.Count > Most)
                Forget();
            return true;
        }
    }

    /// <summary>Gives back what was not sent.</summary>
    public void Return(Guid ticket, long bytes)
    {
        lock (door)
            if (tickets.TryGetValue(ticket, out var known))
                tickets[ticket] = (known.Left + bytes, known.Since);
    }

    /// <summary>A tenth at once, so that it is not done for every ticket.</summary>
    private void Forget()
    {
        foreach (var (ticket, _) in tickets.OrderBy(t => t.Value.Since).Take(Most / 10).ToList())
            tickets.Remove(ticket);
    }
}
