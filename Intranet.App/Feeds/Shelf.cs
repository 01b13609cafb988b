using System.Collections.Concurrent;
using Intranet.App.Data;

namespace Intranet.App.Feeds;

/// <summary>Holds what is in view once for all screens: the same post on a thousand screens is one card, and drawn once. A card goes only to whoever read the same from the database themselves.</summary>
internal static class Shelf
{
    private const int Most = 2_000;
    private static readonly ConcurrentDictionary<Guid, PostCard> Posts = new();
    private static readonly ConcurrentDictionary<Guid, CommentCard> Answers = new();
    private static readonly ConcurrentDictionary<Guid, Enclosed> Papers = new();

    /// <summary>The card others already hold, if it says the same.</summary>
    public static PostCard Share(PostCard card) => Share(Posts, card.Id, card, Same);

    public static CommentCard Share(CommentCard card) => Share(Answers, card.Id, card, (held, read) => held == read);

    /// <summary>The documents that stand under one text.</summary>
    public static Enclosed Share(Guid text, Enclosed enclosed) => Share(Papers, text, enclosed, (held, read) => held.Same(read));

    private static T Share<T>(ConcurrentDictionary<Guid, T> shelf, Guid id, T card, Func<T, T, bool> same)
    {
        if (shelf.TryGetValue(id, out var held) && same(held, card))
            return held;
        if (shelf.Count >= Most)
            shelf.Clear();
        return shelf[id] = card;
    }

    // Lists are compared by what is in them; the record itself compares all else.
    private static bool Same(PostCard held, PostCard read) =>
        held == read with { Poll = held.Poll, Praised = held.Praised }
        && held.Praised.SequenceEqual(read.Praised)
        && Same(held.Poll, read.Poll);

    private static bool Same(Poll? held, Poll? read) =>
        held is null || read is null ? held == read : held.EndsAt == read.EndsAt && held.Choices.SequenceEqual(read.Choices);
}
