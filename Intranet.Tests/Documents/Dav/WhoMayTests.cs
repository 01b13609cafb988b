using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Documents.Dav;

/// <summary>Who stands outside finds no space there, by whatever method; who may only read changes nothing.</summary>
public sealed class WhoMayTests
{
    private const string Plan = "Turbine/drafts/plan.txt";

    [Theory, OnBoth]
    public async Task Members_open_and_save_and_for_all_others_the_space_is_not_there(Engine engine)
    {
        await using var shelf = await Shelf.In(Office.Serve(engine));
        var drafts = await shelf.Folder(shelf.Ann, "drafts");
        await shelf.Document(shelf.Ann, "plan.txt", "one", drafts);
        var gone = await shelf.Office.Guest("Gil Gone");
        using var ann = await Desktop.Of(shelf, shelf.Ann);
        using var ben = await Desktop.Of(shelf, shelf.Ben);
        using var outsider = await Desktop.Of(shelf, shelf.Outsider);
        using var admin = await Desktop.Of(shelf, await shelf.Office.Employee("Ada Admin", Duties.Admin));
        using var expired = await Desktop.Of(shelf, shelf.Guest);
        using var stranger = await Desktop.Of(shelf, gone);
        Assert.Equal(["Turbine"], await ben.List(""));
        Assert.Equal((200, "one"), await ben.Ask("GET", Plan));
        Assert.Equal((200, "one"), await expired.Ask("GET", Plan));

        await shelf.Office.Get<App.Spaces.Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);
        await Expire(shelf);

        foreach (var desktop in new[] { ben, outsider, admin, expired, stranger })
        {
            Assert.Empty(await desktop.List(""));
            foreach (var method in new[] { "GET", "PUT", "DELETE", "MKCOL", "COPY", "MOVE", "PROPFIND", "PROPPATCH", "LOCK", "UNLOCK" })
            {
                var there = await Try(desktop, method, "Turbine");
                Assert.Equal(await Try(desktop, method, "Quibble"), there);
                Assert.InRange(there.Status, 400, 499);
            }
            Assert.Equal(409, await desktop.Status("PUT", "Turbine/mine.txt", "mine"));
        }
        Assert.Equal(["drafts"], await ann.List("Turbine"));
        Assert.Equal((200, "one"), await ann.Ask("GET", Plan));
    }

    [Fact]
    public async Task Guests_read_where_they_are_and_write_in_client_rooms_only()
    {
        await using var reading = await Shelf.In(Office.Serve(Engine.Sqlite));
        await reading.Document(reading.Ann, "plan.txt", "one");
        using var reader = await Desktop.Of(reading, reading.Guest);
        Assert.Equal((200, "one"), await reader.Ask("GET", "Turbine/plan.txt"));
        foreach (var method in new[] { "PUT", "DELETE", "PROPPATCH", "LOCK", "MOVE", "COPY" })
            Assert.Equal(403, (await Try(reader, method, "Turbine/plan.txt", "")).Status);
        Assert.Equal(403, await reader.Status("MKCOL", "Turbine/mine"));
        Assert.Equal(["plan.txt"], await reading.Sees(reading.Ann));

        await using var client = await Shelf.In(Office.Serve(Engine.Sqlite), SpacePurpose.ClientRoom);
        using var writer = await Desktop.Of(client, client.Guest);
        Assert.Equal(201, await writer.Status("PUT", "Turbine/offer.txt", "ours"));
    }

    [Fact]
    public async Task A_withdrawn_password_and_a_deactivated_person_are_out_at_once_and_a_cookie_never_was_in()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        var passwords = shelf.Office.Get<AppPasswords>();
        using var ann = await Desktop.Of(shelf, shelf.Ann);
        using var ben = await Desktop.Of(shelf, shelf.Ben);
        using var wrong = Desktop.With(shelf.Office, shelf.Ben.Email, ann.Password);
        Assert.Equal(207, await ann.Status("PROPFIND", "", null, ("Depth", "0")));
        Assert.Equal(207, await ben.Status("PROPFIND", "", null, ("Depth", "0")));
        Assert.Equal(401, await wrong.Status("PROPFIND", "", null, ("Depth", "0")));

        await passwords.Withdraw(shelf.Ann.Eyes(), (await passwords.Mine(shelf.Ann.Eyes())).Single().Id);
        await shelf.Office.Store.Write(
            Viewer.Nobody,
            async work =>
                (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == shelf.Ben.Id)).Deactivate(work.Now)
        );

        Assert.Equal(401, await ann.Status("PROPFIND", "", null, ("Depth", "0")));
        Assert.Equal(401, await ben.Status("PROPFIND", "", null, ("Depth", "0")));
        using var browser = shelf.Office.Browser(await shelf.Office.Cookie(shelf.Owner.Id));
        foreach (var method in new[] { "GET", "PROPFIND", "PUT", "DELETE" })
        {
            using var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/dav/Turbine/"));
            Assert.Equal(401, (int)answer.StatusCode);
            Assert.Contains("Basic", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Guessing_is_slowed_down_but_not_a_program_with_an_old_password_and_other_sites_are_turned_away()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        using var old = Desktop.With(shelf.Office, shelf.Ann.Email, "aaaaaa-bbbbbb-cccccc-dddddd");
        for (var i = 0; i < 2 * Throttle.FreeTries; i++)
            Assert.Equal(401, await old.Status("PROPFIND", ""));
        using var ann = await Desktop.Of(shelf, shelf.Ann);
        Assert.Equal(207, await ann.Status("PROPFIND", "", null, ("Depth", "0")));

        for (var i = 0; i < Throttle.FreeTries; i++)
            Assert.Equal(401, await Guess(i));
        Assert.Equal(429, await Guess(Throttle.FreeTries));

        using var ben = await Desktop.Of(shelf, shelf.Ben);
        Assert.Equal(207, await ben.Status("PROPFIND", "", null, ("Depth", "0")));
        Assert.Equal(403, await ben.Status("PROPFIND", "", null, ("Depth", "0"), ("Origin", "https://elsewhere.example")));

        async Task<int> Guess(int number)
        {
            using var guess = Desktop.With(shelf.Office, shelf.Ann.Email, $"aaaaaa-bbbbbb-cccccc-ddddd{number}");
            return await guess.Status("PROPFIND", "");
        }
    }

    private static async Task<(int Status, string Text)> Try(
        Desktop desktop,
        string method,
        string space,
        string below = "/drafts/plan.txt"
    )
    {
        var body = method switch
        {
            "LOCK" => """<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>""",
            "PROPPATCH" => """<propertyupdate xmlns="DAV:"><set><prop><x xmlns="urn:x">1</x></prop></set></propertyupdate>""",
            "PUT" => "mine",
            _ => null,
        };
        return await desktop.Ask(
            method,
            space + below,
            body,
            ("Depth", method is "PROPFIND" or "LOCK" ? "0" : "infinity"),
            desktop.To($"{space.Split('/')[0]}/elsewhere.txt"),
            ("Lock-Token", "<urn:uuid:00000000-0000-0000-0000-000000000000>")
        );
    }

    private static Task Expire(Shelf shelf) =>
        shelf.Office.Store.Write(
            Viewer.Nobody,
            async work =>
                (
                    await work
                        .Db.Memberships.IgnoreQueryFilters([Sight.Name])
                        .SingleAsync(m => m.SpaceId == shelf.Room.Id && m.PersonId == shelf.Guest.Id)
                ).StayUntil(work.Now.AddMinutes(-1))
        );
}
