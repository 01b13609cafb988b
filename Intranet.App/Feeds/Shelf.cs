using System.Collections.Concurrent;

namespace Intranet.App.Feeds;

/// <summary>Holds the rendered text of posts in view once for all screens: the same post on a thousand screens is one string.</summary>
internal static class Shelf
{
    private const int Most = 4_000;
    private static readonly ConcurrentDictionary<Guid, string> Texts = new();

    /// <summary>The instance others already hold, if it reads the same.</summary>
    public static string Share(Guid thing, string html)
    {
        if (Texts.TryGetValue(thing, out var held) && held == html)
            return held;
        if (Texts.Count >= Most)
            Texts.Clear();
        return Texts[thing] = html;
    }
}
