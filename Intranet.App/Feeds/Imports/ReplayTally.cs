namespace Intranet.App.Feeds.Imports;

/// <summary>How many of each kind an import has taken over.</summary>
internal sealed class ReplayTally
{
    public long Read { get; set; }
    public long Known { get; set; }
    public long People { get; set; }
    public long Spaces { get; set; }
    public long Posts { get; set; }
    public long Comments { get; set; }
    public long Reactions { get; set; }

    public SortedDictionary<string, long> Told(bool dryRun)
    {
        var done = dryRun ? "usable" : "added";
        return new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            [$"people {done}"] = People,
            [$"spaces {done}"] = Spaces,
            [$"posts {done}"] = Posts,
            [$"comments {done}"] = Comments,
            [$"reactions {done}"] = Reactions,
            ["lines there already"] = Known,
        };
    }
}
