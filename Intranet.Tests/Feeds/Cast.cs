using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Feeds;

/// <summary>The people the feed's tests are played by: an owner, two members, and somebody outside a closed room.</summary>
public sealed class Cast : IAsyncDisposable
{
    private int _keys;

    private Cast(Office office, Person owner, Person ann, Person ben, Person outsider, Space room)
    {
        (Office, Owner, Ann, Ben, Outsider, Room) = (office, owner, ann, ben, outsider, room);
    }

    public Office Office { get; }
    public Person Owner { get; }
    public Person Ann { get; }
    public Person Ben { get; }
    public Person Outsider { get; }
    public Space Room { get; }

    public Posts Posts => Office.Get<Posts>();
    public Comments Comments => Office.Get<Comments>();
    public Corrections Corrections => Office.Get<Corrections>();
    public Reactions Reactions => Office.Get<Reactions>();
    public FeedPages Pages => Office.Get<FeedPages>();

    public static async Task<Cast> In(Engine engine, Openness openness = Openness.Closed)
    {
        var office = await World.Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var ann = await office.Employee("Ann Lee");
        var ben = await office.Employee("Ben Okoro");
        var outsider = await office.Employee("Otto Outsider");
        var room = await office.Room("Turbine", openness, owner, ann, ben);
        return new Cast(office, owner, ann, ben, outsider, room);
    }

    public Task Joins(Person person) =>
        Office.Store.Write(
            Viewer.Nobody,
            async work =>
            {
                work.Db.People.Attach(person);
                var room = await work.Db.Spaces.IgnoreQueryFilters([Sight.Name]).AsTracking().SingleAsync(s => s.Id == Room.Id);
                work.Db.Memberships.Add(new Membership(room, person, SpaceRole.Member, work.Now));
            }
        );

    public string Key() => $"key-{Interlocked.Increment(ref _keys)}";

    public Task<Guid> Says(Person author, string text, PostKind kind = PostKind.Update, string? title = null)
    {
        Office.Clock.Advance(TimeSpan.FromSeconds(1));
        return Posts.Publish(author.Eyes(), Room.Id, kind, title, text, Key());
    }

    public Task<Guid> Answers(Person author, Guid post, string text, Guid? parent = null)
    {
        Office.Clock.Advance(TimeSpan.FromSeconds(1));
        return Comments.Answer(author.Eyes(), post, parent, text, Key());
    }

    public async Task<FeedItem?> Sees(Person viewer, Guid post) => (await Pages.These(viewer.Eyes(), [post])).SingleOrDefault();

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
