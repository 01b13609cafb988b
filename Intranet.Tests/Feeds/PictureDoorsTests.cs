using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Shared.Images;
using Intranet.Tests.Traces;
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
        using var browser = office.Browser(await office.Cookie(anna.Id));
        // The server answers before it has read all of it; who asks first hears that and does not send.
        browser.DefaultRequestHeaders.ExpectContinue = lengthTold;
        browser.DefaultRequestHeaders.TransferEncodingChunked = !lengthTold;
        using var picture = new ByteArrayContent(new byte[Pictures.MaxBytes + 2_000_000]);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");

        using var answer = await browser.PostAsync("/api/images", picture);

        var sentence = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("sentence").GetString();
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{answer.StatusCode}");
        Assert.Equal(Pictures.TooLarge, sentence);
    }

    [Theory, OnBoth]
    public async Task A_picture_is_seen_by_its_owner_and_where_a_text_of_somebody_who_sees_it_shows_it(Engine engine)
    {
        await using var office = await Office.Serve(engine);
        var (anna, ben, cleo) = (await office.Employee("Anna"), await office.Employee("Ben"), await office.Employee("Cleo"));
        var hall = await office.Room("Hall", Openness.Closed, anna, ben);
        var yard = await office.Room("Yard", Openness.Closed, ben, cleo);
        var den = await office.Room("Den", Openness.Closed, cleo);
        var picture = await office.Bring(anna);
        var text = $"![Plan](/files/images/{picture}/800.webp)";
        Assert.Equal("Anna", await Seeing());

        // Whoever writes down an address shows nothing they cannot see.
        await Say(cleo, den, text);
        Assert.Equal("Anna", await Seeing());

        var post = await Say(anna, hall, text);
        Assert.Equal("Anna, Ben", await Seeing());

        await Say(ben, yard, "No picture yet");
        Assert.Equal("Anna, Ben", await Seeing());
        await Say(ben, yard, text);
        Assert.Equal("Anna, Ben, Cleo", await Seeing());

        var other = await office.Bring(ben);
        picture = other;
        await office.Get<Comments>().Answer(ben.Eyes(), post, null, $"![Map](/files/images/{other}/800.webp)", "answer");
        Assert.Equal("Anna, Ben", await Seeing());

        var third = await office.Bring(anna);
        picture = third;
        await office.Get<Corrections>().Edit(anna.Eyes(), post, null, $"![Map](/files/images/{third}/800.webp)");
        Assert.Equal("Anna, Ben", await Seeing());

        async Task<string> Seeing()
        {
            var seeing = new List<string>();
            foreach (var person in new[] { anna, ben, cleo })
            {
                using var browser = office.Browser(await office.Cookie(person.Id));
                using var answer = await browser.GetAsync($"/files/images/{picture}/800.webp");
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{answer.StatusCode}");
                if (answer.IsSuccessStatusCode)
                    seeing.Add(person.Name);
            }
            return string.Join(", ", seeing);
        }

        Task<Guid> Say(Person person, Space room, string markdown) =>
            office.Get<Posts>().Publish(person.Eyes(), room.Id, PostKind.Update, null, markdown, $"{Guid.NewGuid():N}");
    }

    [Fact]
    public async Task Who_sends_many_pictures_at_once_does_not_fill_the_line()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var anna = await office.Employee("Anna");
        using var browser = office.Browser(await office.Cookie(anna.Id));
        var bytes = TestPictures.Quarters(3000, 2000);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send()));

        Assert.Contains(answers, a => a is null);
        Assert.Contains(answers, a => a?.Contains("on their way") == true);
        Assert.Null(await Send());

        async Task<string?> Send()
        {
            using var picture = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
            using var answer = await browser.PostAsync("/api/images", picture);
            return answer.IsSuccessStatusCode ? null : await answer.Content.ReadAsStringAsync();
        }
    }
}
