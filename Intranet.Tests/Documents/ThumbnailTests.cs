using System.Net;
using Intranet.App.Documents;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Order;
using Intranet.App.Documents.Screens;
using Intranet.App.Shared;
using Intranet.App.Shared.Images;
using Intranet.Tests.Shared.Images;
using Intranet.Tests.World;
using SkiaSharp;

namespace Intranet.Tests.Documents;

public sealed class ThumbnailTests
{
    [Fact]
    public async Task A_picture_is_drawn_small_and_square_when_a_list_asks_for_it_and_nothing_else_is()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        var picture = await shelf.Document("a.jpg", TestPictures.Quarters(600, 200));
        var damaged = await shelf.Document("b.jpg", [.. TestPictures.Quarters(600, 200).AsSpan(0, 200)]);
        var words = await shelf.Document(shelf.Ann, "c.txt");
        using var ben = await Sending.Browser(shelf, shelf.Ben);

        var small = await ben.GetByteArrayAsync($"/files/documents/{picture}/1/80.webp");
        using var drawn = SKBitmap.Decode(small);
        Assert.Equal((80, 80), (drawn.Width, drawn.Height));
        Assert.Equal("RGBW", TestPictures.Corners(small));
        Assert.Equal(small, await ben.GetByteArrayAsync($"/files/documents/{picture}/1/80.webp"));
        foreach (var other in new[] { damaged, words })
            Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"/files/documents/{other}/1/80.webp")).StatusCode);
    }

    [Fact]
    public async Task The_lists_show_it_in_a_fixed_size_instead_of_an_icon_and_only_for_what_can_be_drawn()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var picture = await shelf.Document("a.png", TestPictures.Quarters(60, 20, SKEncodedImageFormat.Png));
        var words = await shelf.Document(shelf.Ann, "c.txt");
        var address = $"/files/documents/{picture}/1/80.webp";

        Assert.Contains(
            $"""<img class="thumb" src="{address}" width="40" height="40" alt="" loading="lazy" decoding="async">""",
            await Cells(picture)
        );
        Assert.DoesNotContain("<img", await Cells(words));
        Assert.Contains("#documents", await Cells(words));
        var mine = await shelf.Office.Get<AllDocuments>().Page(shelf.Ben.Eyes(), new(Order: DocumentOrder.Name));
        Assert.Equal([address, null], mine.Select(row => row.Small));
        Assert.Null(Thumbnail.Of(picture, 1, "image/png", Pictures.MaxBytes + 1));

        async Task<string> Cells(Guid id) => NodeDrawing.Cells(new Sprite("icons.svg"), (await shelf.Row(shelf.Ben, id))!).Value;
    }
}
