using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Pictures = Intranet.App.Shared.Images.Pictures;

namespace Intranet.Tests.Feeds;

public sealed class PictureDoorsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_that_is_too_large_is_refused_with_a_sentence(bool lengthTold)
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var anna = await office.Employee("Anna");
        var room = await office.Room("Hall", Openness.Open, anna);
        using var browser = office.Browser(await office.Cookie(anna.Id));
        // The server answers before it has read all of it; who asks first hears that and does not send.
        browser.DefaultRequestHeaders.ExpectContinue = lengthTold;
        browser.DefaultRequestHeaders.TransferEncodingChunked = !lengthTold;
        using var picture = new ByteArrayContent(new byte[Pictures.MaxBytes + 2_000_000]);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");

        using var answer = await browser.PostAsync($"/api/images?space={room.Id}", picture);

        var sentence = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("sentence").GetString();
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{answer.StatusCode}");
        Assert.Equal(Pictures.TooLarge, sentence);
    }
}
