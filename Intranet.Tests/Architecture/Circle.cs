namespace Intranet.Tests.Architecture;

/// <summary>Finds a way that leads back to where it began.</summary>
internal static class Circle
{
    /// <summary>The rooms of one circle in order, or null when there is none.</summary>
    public static string? Find(IEnumerable<(string From, string To)> edges)
    {
        var next = edges.Distinct().ToLookup(edge => edge.From, edge => edge.To);
        var done = new HashSet<string>();
        foreach (var start in next)
        {
            if (Walk(start.Key, [], next, done) is { } circle)
                return circle;
        }
        return null;
    }

    private static string? Walk(string room, List<string> way, ILookup<string, string> next, HashSet<string> done)
    {
        if (way.IndexOf(room) is var met and >= 0)
            return string.Join(" -> ", way[met..].Append(room));
        if (done.Contains(room))
            return null;
        way.Add(room);
        foreach (var neighbour in next[room])
        {
            if (Walk(neighbour, way, next, done) is { } circle)
                return circle;
        }
        way.RemoveAt(way.Count - 1);
        done.Add(room);
        return null;
    }
}
