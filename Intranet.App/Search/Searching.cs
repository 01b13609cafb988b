using Intranet.App.Data;
using Intranet.Domain.Activity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Search;

/// <summary>Finds what a person may see. What they may not see is in no answer and in no count.</summary>
public sealed class Searching(Store store)
{
    public const int TextLimit = 200;
    public const int PageSize = 20;
    public const int Suggested = 8;
    private const int MostCounted = 1_000;
    private const int FewNames = 5;
    private const int MostNames = 50;

    /// <summary>One page of what holds the words: the newest texts from the cursor on, or the best of the newest; names with the first page.</summary>
    public async Task<Found> Find(
        Viewer viewer,
        string? text,
        SearchKind kind = SearchKind.All,
        FeedKey? cursor = null,
        bool best = false,
        int limit = PageSize
    )
    {
        var words = Words(text);
        if (words.Count == 0)
            return Found.Nothing;
        limit = Math.Clamp(limit, 1, PageSize);
        return await store.Read(
            viewer,
            async db =>
            {
                var found = Found.Nothing;
                var first = cursor is null;
                if (first && kind is SearchKind.All or SearchKind.People)
                    found = found with
                    {
                        People = await Names.People(db, words, kind == SearchKind.All ? FewNames : MostNames),
                        PeopleCount = Counted(await Names.Known(db, words).Take(MostCounted + 1).CountAsync()),
                    };
                if (first && kind is SearchKind.All or SearchKind.Spaces)
                    found = found with
                    {
                        Spaces = await Names.Spaces(db, words, kind == SearchKind.All ? FewNames : MostNames, archived: true),
                        SpaceCount = Counted(await Names.Doors(db, words, archived: true).Take(MostCounted + 1).CountAsync()),
                    };
                if (first && kind is SearchKind.All or SearchKind.Documents)
                {
                    var most = kind == SearchKind.All ? FewNames : MostNames;
                    // Whoever knows what it is called means that one; what only says so comes after.
                    var called = await Matches.Documents(db, words, most, names: true);
                    var saying = await Matches.Documents(db, words, MostCounted + 1);
                    found = found with
                    {
                        Documents = await FoundDocuments.Read(
                            db,
                            [.. called.Concat(saying).Select(p => p.Id).Distinct().Take(most)],
                            words
                        ),
                        DocumentCount = Counted(saying.Count),
                    };
                }
                if (kind is not (SearchKind.All or SearchKind.Posts))
                    return found;
                // The first page counts, so it walks on to the limit of the count; later ones read no further than they show.
                var newest = await Matches.Newest(db, words, cursor, first ? MostCounted + 1 : limit + 1);
                var page = best ? await Matches.Best(db, words, limit) : newest;
                var counted = first ? Counted(newest.Count) : default;
                var next = !best && page.Count > limit ? new FeedKey(page[limit - 1].At, page[limit - 1].Id) : (FeedKey?)null;
                return found with { Texts = await Said(db, [.. page.Take(limit)], words), TextCount = counted, Next = next };
            }
        );
    }

    /// <summary>People, spaces, documents and posts by name and title, while somebody types.</summary>
    public async Task<Found> Suggest(Viewer viewer, string? text)
    {
        var words = Words(text);
        if (words.Count == 0)
            return Found.Nothing;
        return await store.Read(
            viewer,
            async db =>
            {
                var titled = await Matches.Newest(db, words, null, Suggested, titles: true);
                var named = await Matches.Documents(db, words, Suggested, names: true);
                return Found.Nothing with
                {
                    Documents = await FoundDocuments.Read(db, [.. named.Select(p => p.Id)]),
                    People = await Names.People(db, words, Suggested),
                    Spaces = await Names.Spaces(db, words, Suggested, archived: false),
                    Texts = await Titles(db, titled),
                };
            }
        );
    }

    /// <summary>Writes down that a search found nothing, without its words: it says that something is missing, not who misses what.</summary>
    public Task Missed(Viewer viewer) =>
        store.Write(
            viewer,
            async work =>
            {
                await work.Actor();
                work.Record(Verb.Searched);
            }
        );

    /// <summary>The words a text is searched by.</summary>
    public static IReadOnlyList<string> Words(string? text) => FullText.Words(text is { Length: > TextLimit } ? text[..TextLimit] : text);

    private static Tally Counted(int number) => new(Math.Min(number, MostCounted), number > MostCounted);

    private static async Task<IReadOnlyList<Hit>> Titles(IntranetDb db, IReadOnlyList<Placing> placings)
    {
        Guid[] ids = [.. placings.Select(p => p.Id)];
        var posts = await db
            .Posts.Where(p => ids.Contains(p.Id) && p.Title != null)
            .Select(p => new
            {
                p.Id,
                Title = p.Title!,
                p.At,
                Space = p.Space.Name,
            })
            .ToDictionaryAsync(p => p.Id);
        return
        [
            .. ids.Where(posts.ContainsKey)
                .Select(id => posts[id])
                .Select(p => new Hit(HitKind.Post, p.Id, p.Title, p.Space, $"/posts/{p.Id}") { At = p.At }),
        ];
    }

    /// <summary>The texts in the order they were found in, read under the viewer's sight once more.</summary>
    private static async Task<IReadOnlyList<Hit>> Said(IntranetDb db, IReadOnlyList<Placing> placings, IReadOnlyList<string> words)
    {
        Guid[] ids = [.. placings.Select(p => p.Id)];
        var posts = await db
            .Posts.Where(p => ids.Contains(p.Id))
            .Join(
                db.Bylines,
                p => p.AuthorId,
                b => b.Id,
                (p, b) => new TextRow(p.Id, p.Id, p.Title, p.Body.Html, p.At, p.Space.Name, b.Name)
            )
            .ToListAsync();
        var comments = await db
            .Comments.Where(c => ids.Contains(c.Id))
            .Join(db.Posts, c => c.PostId, p => p.Id, (c, p) => new { c, p })
            .Join(
                db.Bylines,
                x => x.c.AuthorId,
                b => b.Id,
                (x, b) => new TextRow(x.c.Id, x.p.Id, x.p.Title, x.c.Body.Html, x.c.At, x.p.Space.Name, b.Name)
            )
            .ToListAsync();
        var rows = posts.Concat(comments).ToDictionary(r => r.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].Hit(words))];
    }
}
