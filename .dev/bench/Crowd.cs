namespace Intranet.Bench;

/// <summary>Many people with the home feed open.</summary>
internal sealed class Crowd(string address) : IAsyncDisposable
{
    private readonly List<Circuit> _circuits = [];
    private readonly List<Visitor> _visitors = [];

    public IReadOnlyList<Circuit> Circuits => _circuits;

    /// <summary>Signs people in and opens a circuit for each, a few at a time.</summary>
    public async Task Join(int first, int count)
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (person, _) =>
            {
                var visitor = new Visitor(address);
                await visitor.SignIn(Company.Email(person), Company.Password);
                var circuit = await Circuit.Connect(visitor, "/");
                lock (_circuits)
                {
                    _visitors.Add(visitor);
                    _circuits.Add(circuit);
                }
            }
        );
        for (var wait = 0; _circuits.Any(c => c.Scripts == 0); wait++)
        {
            if (wait == 600)
                throw new TimeoutException($"{_circuits.Count(c => c.Scripts == 0)} of {_circuits.Count} circuits attached no script.");
            await Task.Delay(100);
        }
        await Task.Delay(2000);
        if (_circuits.Count(c => !c.Open) is > 0 and var lost)
            throw new InvalidOperationException($"{lost} of {_circuits.Count} circuits were lost.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var circuit in _circuits)
            await circuit.DisposeAsync();
        foreach (var visitor in _visitors)
            visitor.Dispose();
    }
}
