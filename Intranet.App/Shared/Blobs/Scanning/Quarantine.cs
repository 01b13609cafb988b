using System.Text.Json;

namespace Intranet.App.Shared.Blobs.Scanning;

/// <summary>What a virus was found in: kept for a month in a folder no door leads to, with a note of who sent it, for whoever runs the intranet.</summary>
public sealed class Quarantine(string folder, TimeProvider clock)
{
    private const string NoteEnding = ".json";
    private const UnixFileMode OwnerReads = UnixFileMode.UserRead;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Takes the file away from where it lies and writes down what it is.</summary>
    public async Task Take(string file, Caught caught)
    {
        Installation.Make(folder);
        var place = Path.Combine(folder, $"{Guid.CreateVersion7(clock.GetUtcNow()):N}");
        await File.WriteAllTextAsync(place + NoteEnding, JsonSerializer.Serialize(caught));
        File.Move(file, place);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(place, OwnerReads);
    }

    public IReadOnlyList<Caught> List() =>
        [.. Notes().Select(note => JsonSerializer.Deserialize<Caught>(File.ReadAllText(note))).OfType<Caught>().OrderBy(c => c.At)];

    /// <summary>Forgets what was caught long ago.</summary>
    public void Sweep()
    {
        foreach (var note in Notes().Where(note => clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(note) > Kept))
        {
            File.Delete(note[..^NoteEnding.Length]);
            File.Delete(note);
        }
    }

    private string[] Notes() => Directory.Exists(folder) ? Directory.GetFiles(folder, $"*{NoteEnding}") : [];
}

/// <summary>A content in which something was found: when, what, in which file, whose, and the SHA-256 of its bytes.</summary>
public sealed record Caught(DateTimeOffset At, string Found, string Name, Guid PersonId, string Key)
{
    public override string ToString() => $"{At:yyyy-MM-dd HH:mm} {Found} in {Name} from person {PersonId} ({Key})";
}
