namespace Intranet.Bench;

/// <summary>The measurements by name; each prints one line per figure.</summary>
internal static class Benches
{
    private static readonly (string Name, string Words, Func<Asked, Task> Run)[] All =
    [
        ("start", "Cold start to the first page.", Start.Run),
        ("demo", "The demo company in an empty data folder.", Start.Demo),
        ("circuit", "Memory per connected circuit on the home feed. --circuits 200 --posts 60 --dump FILE", CircuitMemory.Run),
        ("live", "Post by one, visible to live circuits on the same space. --circuits 200 --posts 30 --warm 60", Live.Run),
        ("home", "Home feed query at 100,000 posts. --posts 100000 --viewers 500 --postgres CONNECTION", HomeFeed.Run),
        ("publish", "16 writers. --writers 16 --seconds 10 --postgres CONNECTION", Writers.Run),
        ("import", "Import of 332,334 acts, and the dashboard over them. --rows 332334 --postgres CONNECTION", Import.Run),
        ("upload", "A file of 2 GB through the uploads, and ten of a quarter of it at once. --megabytes 2048", Uploads.Run),
        ("shelf", "A folder of 1,000 documents in Chromium, and a download in parts. --documents 1000 --megabytes 512", Shelves.Run),
        ("find", "Search over 100,000 documents. --documents 100000 --questions 500 --postgres CONNECTION", Finding.Run),
        ("load", "First load of the feed in Chromium.", FirstLoad.Run),
    ];

    public static async Task<int> Run(string[] args)
    {
        var name = args.FirstOrDefault() ?? "";
        var asked = new Asked(args);
        if (name == Served.Command)
            return await Served.Run(asked);
        if (name == "shots")
            return await Shots.Run(asked);
        var chosen = All.Where(b => name == "all" || b.Name == name).ToList();
        if (chosen.Count == 0)
        {
            Console.WriteLine("dotnet run -c Release --project .dev/bench -- NAME");
            foreach (var bench in All)
                Console.WriteLine($"  {bench.Name, -8}  {bench.Words}");
            Console.WriteLine("  all       All of these.");
            Console.WriteLine("  shots     The README's screenshots. --to FOLDER");
            return name.Length == 0 ? 0 : 2;
        }
        Figure.Machine();
        foreach (var bench in chosen)
            await bench.Run(asked);
        return Figure.Misses == 0 ? 0 : 1;
    }
}

/// <summary>What stands on the command line after the name: pairs of --option and value.</summary>
internal sealed class Asked(string[] args)
{
    public string? Text(string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    public int Number(string option, int usual) => int.TryParse(Text(option), out var number) ? number : usual;
}
