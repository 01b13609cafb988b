using System.Net.Http.Headers;
using System.Text.Json;
using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.App.Spaces;
using Intranet.Domain.People;
using Intranet.Tests.Shared.Images;
using Intranet.Tests.World;

namespace Intranet.Tests.Traces;

/// <summary>Puts files into a room by the doors that screens use.</summary>
internal static class Fillings
{
    /// <summary>A picture, as the composer brings it.</summary>
    public static async Task<Guid> Bring(this Office office, Person person)
    {
        using var browser = office.Browser(await office.Cookie(person.Id));
        using var picture = new ByteArrayContent(TestPictures.Quarters(80, 60));
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var answer = await browser.PostAsync("/api/images", picture);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        return Guid.Parse(JsonDocument.Parse(said).RootElement.GetProperty("url").GetString()!.Split('/')[3]);
    }

    /// <summary>A document, and another that is on its way.</summary>
    public static async Task<(Guid Document, Guid Upload)> File(this Office office, Viewer eyes, Guid room, string word)
    {
        var uploads = office.Get<Uploads>();
        var whole = await uploads.Begin(eyes, new(room, null, [word], $"{word}.txt", 0, "whole", SameName.Ask));
        var done = await uploads.Finish(eyes, whole.Id, new(SameName.Ask));
        var begun = await uploads.Begin(eyes, new(room, null, null, $"{word} 2.txt", 9, "begun", SameName.Ask));
        return (done.Document!.Value, begun.Id);
    }

    /// <summary>A guest who has been asked in and has not come yet; gives the secret of the invitation.</summary>
    public static async Task<string> Invite(this Office office, Person owner, Person second, Guid room)
    {
        var until = office.Store.Clock.GetUtcNow().AddMonths(1);
        return (await office.Get<GuestInvitations>().Invite(owner.Eyes(), room, "new@client.example", second.Id, until))!;
    }
}
