using Intranet.App.Data;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;

namespace Intranet.Bench;

/// <summary>Fills spaces with posts, reactions and readers, by the bulk road that imports take.</summary>
internal static class Feed
{
    private static readonly string[] PostColumns =
    [
        "Id",
        "SpaceId",
        "AuthorId",
        "Kind",
        "Title",
        "At",
        "ClientKey",
        "CommentCount",
        "Excerpt",
        "Html",
        "Markdown",
        "RendererVersion",
    ];

    private static readonly string[] ReactionColumns = ["Id", "ThingId", "PostId", "SpaceId", "PersonId", "Kind", "At"];

    /// <summary>A data folder with one common space that everybody has on their home feed.</summary>
    public static async Task<Company> Fill(string folder, int people, int posts)
    {
        await using var product = await Product.Open(folder);
        var company = await Company.Found(product.Store, people, spaces: 1, roomsEach: 0);
        await Fill(product, company, posts);
        return company;
    }

    public static async Task Fill(Product product, Company company, int count)
    {
        var body = product.Get<Markdown>().Render(Words, _ => null);
        var chance = new Random(11);
        var now = product.Store.Clock.GetUtcNow();
        var posts = Enumerable
            .Range(0, count)
            .Select(i =>
                (Id: Guid.CreateVersion7(now), Space: Any(company.Spaces), Author: Any(company.People), At: now.AddMinutes(-2.5 * i - 5))
            )
            .ToList();
        await product.Store.Write(
            Viewer.Nobody,
            async work =>
            {
                await work.Db.Insert("Posts", PostColumns, "", posts.Select(p => Post(p.Id, p.Space, p.Author, p.At)));
                await work.Db.Insert("Reactions", ReactionColumns, "ON CONFLICT DO NOTHING", posts.SelectMany(Reactions));
                var read = posts
                    .Take(20_000)
                    .SelectMany(p => Some(8).Select(who => new object?[] { p.Id, who, p.Space, p.At.AddMinutes(3) }));
                await work.Db.Insert("Seen", ["PostId", "PersonId", "SpaceId", "At"], "ON CONFLICT DO NOTHING", read);
            }
        );

        T Any<T>(IReadOnlyList<T> all) => all[chance.Next(all.Count)];

        IEnumerable<Guid> Some(int most) => Enumerable.Range(0, chance.Next(most)).Select(_ => Any(company.People)).Distinct();

        object?[] Post(Guid id, Guid space, Guid author, DateTimeOffset at) =>
            [
                id,
                space,
                author,
                (int)PostKind.Update,
                null,
                at,
                id.ToString("N"),
                0,
                body.Excerpt[..Math.Min(body.Excerpt.Length, Body.ExcerptLimit)],
                body.Html.Value,
                Words,
                Markdown.RendererVersion,
            ];

        IEnumerable<object?[]> Reactions((Guid Id, Guid Space, Guid Author, DateTimeOffset At) post) =>
            Some(5).Select(who => new object?[] { Guid.CreateVersion7(now), post.Id, post.Id, post.Space, who, 0, post.At.AddMinutes(2) });
    }

    private const string Words = """
        The second line ran through the night without a stop. **Thanks to everybody** who stayed for the change of tools; the
        remaining points are below.

        - the guard at station 4 opens too far, maintenance comes on Tuesday
        - labels for the new carton are ordered
        - the shift book moves to the [documents](https://example.com/documents) of this space

        If something is missing here, write it under this post, so that the early shift finds it.
        """;
}
