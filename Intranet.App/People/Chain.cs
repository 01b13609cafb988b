namespace Intranet.App.People;

/// <summary>Walks upwards along managers or parent teams.</summary>
internal static class Chain
{
    /// <summary>Everything above and including the start. Ends at a circle, should one have come in from outside.</summary>
    public static HashSet<Guid> Above(Guid? start, IReadOnlyDictionary<Guid, Guid?> links)
    {
        var seen = new HashSet<Guid>();
        for (var id = start; id is { } here && seen.Add(here); id = links.GetValueOrDefault(here)) { }
        return seen;
    }
}
