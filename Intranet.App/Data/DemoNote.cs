namespace Intranet.App.Data;

/// <summary>What stands in <see cref="Setting.Demo"/>: that this is a demo, from which seed, and as whom one can look around.</summary>
public sealed record DemoNote(int Seed, IReadOnlyList<DemoRole> Cast)
{
    public string Write() => string.Join('\n', Cast.Select(c => $"{c.PersonId:N} {c.Role}").Prepend($"{Seed}"));

    public static DemoNote Read(string value)
    {
        var lines = value.Split('\n');
        return new DemoNote(
            int.TryParse(lines[0], out var seed) ? seed : 0,
            [
                .. lines
                    .Skip(1)
                    .Select(line => line.Split(' ', 2))
                    .Where(parts => parts.Length == 2 && Guid.TryParse(parts[0], out _))
                    .Select(parts => new DemoRole(Guid.Parse(parts[0]), parts[1])),
            ]
        );
    }
}

/// <summary>Somebody of the demo and what they stand for.</summary>
public sealed record DemoRole(Guid PersonId, string Role);
