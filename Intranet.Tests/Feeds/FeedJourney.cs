using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.Playwright;

namespace Intranet.Tests.Feeds;

/// <summary>An office in which Ingrid, Amara and Mehmet work in one room; what happened before the journey is put in beside the running server.</summary>
public abstract class FeedJourney : AccessJourney
{
    protected const string Amara = "amara@nordwind.example";
    protected const string Mehmet = "mehmet@nordwind.example";

    protected Guid Room { get; private set; }

    protected string RoomAddress => $"{Address}/spaces/{Room}";

    /// <param name="mortal">Whether the journey kills the server.</param>
    protected async Task Begin(bool mortal = false)
    {
        await (mortal ? StartProcess() : Start());
        await AddPerson(Amara, "Amara Okafor");
        await AddPerson(Mehmet, "Mehmet Yilmaz");
        Room = await MakeRoom("Turbine hall", Founder, Amara, Mehmet);
    }

    /// <summary>A closed room in which the first person has the say; all came in an hour ago.</summary>
    protected Task<Guid> MakeRoom(string name, params string[] people) =>
        Beside.Write(async work =>
        {
            var since = work.Now.AddHours(-1);
            var room = new Space(Guid.CreateVersion7(since), name, SpacePurpose.Project, Openness.Closed, since);
            work.Db.Spaces.Add(room);
            foreach (var email in people)
            {
                var role = email == people[0] ? SpaceRole.Owner : SpaceRole.Member;
                work.Db.Memberships.Add(new Membership(room, await Beside.Person(work, email), role, since));
            }
            return room.Id;
        });

    /// <summary>A post from before anybody here came in.</summary>
    protected Task Past(string author, string text) =>
        Beside.Write(async work =>
        {
            var at = work.Now.AddHours(-2);
            var body = new Body(text, $"<p>{text}</p>", text, Intranet.App.Shared.Text.Markdown.RendererVersion);
            var by = await Beside.Person(work, author);
            work.Db.Posts.Add(Post.TakenOver(Guid.CreateVersion7(at), Room, by.Id, PostKind.Update, null, body, at));
        });

    /// <summary>Somebody else posts, from another process.</summary>
    protected async Task<Guid> Says(string author, string text, Guid? room = null)
    {
        var by = await Eyes(author);
        return await Beside.Get<Posts>().Publish(by, room ?? Room, PostKind.Update, null, text, $"{Guid.NewGuid():N}");
    }

    protected Task<Viewer> Eyes(string email) => Beside.Write(async work => (await Beside.Person(work, email)).Eyes());

    protected static ILocator Article(IPage page, string text) => page.Locator("article[data-post]").Filter(new() { HasText = text });

    protected static async Task OpenComposer(IPage page)
    {
        await page.GetByText("What should others know?").ClickAsync();
        await Assertions.Expect(Composer(page)).ToBeFocusedAsync();
    }

    protected static ILocator Composer(IPage page) => page.Locator("#composer").GetByLabel("Text", new() { Exact = true });

    protected static Task Publish(IPage page) =>
        page.Locator("#composer").GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
}
