using System.Net;
using Intranet.App.Documents.Sharing;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Sharing;

/// <summary>What counts as one download of a link, and what does not.</summary>
public sealed class OutsideCountsTests
{
    private static readonly LinkWish Month = new(TimeSpan.FromDays(30));

    [Fact]
    public async Task What_broke_off_goes_on_and_nobody_fetches_it_a_third_time()
    {
        await using var shelf = await OutsideDoorsTests.Open();
        var words = string.Concat(Enumerable.Repeat("0123456789", 10));
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", words);
        var link = await LinksTests.Make(shelf, shelf.Ann, paper, Month with { Downloads = 1 });
        var file = $"{link.Path}/file/{paper}";
        using var nobody = OutsideDoorsTests.Stranger(shelf);
        Assert.Equal(words, await nobody.GetStringAsync(file));
        var tag = $"\"{(await shelf.Downloads.Find(shelf.Ann.Eyes(), paper, null))!.BlobKey}\"";

        foreach (var from in new[] { 40, 70, 95 })
        {
            using var rest = await OutsideDoorsTests.Part(nobody, file, from);
            Assert.Equal((HttpStatusCode.PartialContent, words[from..]), (rest.StatusCode, await rest.Content.ReadAsStringAsync()));
        }
        // 60, 30 and 5 of its 100 bytes went out again, and 5 are left.
        using var again = await OutsideDoorsTests.Part(nobody, file, 1);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        using var end = await OutsideDoorsTests.Part(nobody, file, 95);
        Assert.Equal("56789", await end.Content.ReadAsStringAsync());
        using var stranger = OutsideDoorsTests.Stranger(shelf);
        using var head = await stranger.SendAsync(new(HttpMethod.Head, file));
        Assert.Equal(HttpStatusCode.Forbidden, head.StatusCode);
        using var nothing = await OutsideDoorsTests.Part(nobody, file, 1000);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, nothing.StatusCode);
        Assert.Equal(1, (await shelf.Office.Get<Links>().Of(shelf.Ann.Eyes(), paper)).Rows.Single().Downloads);

        foreach (
            var trick in new (string, string)[][]
            {
                [("Range", "bytes=1000-"), ("If-Range", "\"other\"")],
                [("Range", "bytes=99-"), ("If-Range", "\"other\"")],
                [("Range", "bytes=99-,")],
                [("Range", "words=1000-")],
                [("If-None-Match", $"W/{tag}")],
                [("If-None-Match", tag), ("Range", "bytes=1-")],
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file);
            foreach (var (name, value) in trick)
                request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await nobody.SendAsync(request);
            Assert.DoesNotContain("0123456789", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Who_broke_off_in_the_first_bytes_begins_again_once()
    {
        await using var shelf = await OutsideDoorsTests.Open();
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");
        var link = await LinksTests.Make(shelf, shelf.Ann, paper, Month with { Downloads = 1 });
        using var nobody = OutsideDoorsTests.Stranger(shelf);

        foreach (var expected in new[] { HttpStatusCode.PartialContent, HttpStatusCode.PartialContent, HttpStatusCode.Forbidden })
        {
            using var answer = await OutsideDoorsTests.Part(nobody, $"{link.Path}/file/{paper}", 0);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_archive_is_counted_each_time_whatever_part_of_it_is_asked_for()
    {
        await using var shelf = await OutsideDoorsTests.Open();
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        await shelf.Document(shelf.Ann, "Plan.txt", folder: folder);
        var link = await LinksTests.Make(shelf, shelf.Ann, folder, Month with { Downloads = 1 });
        using var nobody = OutsideDoorsTests.Stranger(shelf);
        Assert.NotEmpty(await nobody.GetByteArrayAsync($"{link.Path}/zip"));
        using var again = await OutsideDoorsTests.Part(nobody, $"{link.Path}/zip", 1);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
    }

    [Fact]
    public async Task Whoever_only_asks_what_is_there_is_answered_and_not_counted()
    {
        await using var shelf = await OutsideDoorsTests.Open();
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");
        var link = await LinksTests.Make(shelf, shelf.Ann, paper, Month);
        using var nobody = OutsideDoorsTests.Stranger(shelf);

        foreach (var path in new[] { link.Path, $"{link.Path}/file/{paper}" })
        {
            using var answer = await nobody.SendAsync(new(HttpMethod.Head, path));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }

        var row = (await shelf.Office.Get<Links>().Of(shelf.Ann.Eyes(), paper)).Rows.Single();
        Assert.Equal((0, 0), (row.Views, row.Downloads));
        using var ended = await nobody.SendAsync(new(HttpMethod.Head, $"/s/{new string('a', 40)}"));
        Assert.Equal(HttpStatusCode.Gone, ended.StatusCode);
    }
}
