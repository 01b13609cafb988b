using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.App.People;
using Intranet.App.Shared.Blobs;
using Intranet.App.Spaces;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Shared.Images;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Traces;

/// <summary>A served intranet, the people who look at it from outside, and a room that comes into it later, full of a word found nowhere else.</summary>
internal sealed class HiddenRoom : IAsyncDisposable
{
    public const string Word = "zephyrine";
    public const string Guest = "Gunnar Guest";
    private readonly Dictionary<Onlooker, (Viewer Eyes, string? Cookie)> _onlookers = [];
    private Person _owner = null!;
    private Person _member = null!;
    private Person _insideGuest = null!;
    private int _keys;

    private HiddenRoom(Office office) => Office = office;

    public Office Office { get; }

    /// <summary>Known once the room is there.</summary>
    public Names Names { get; private set; } = null!;

    /// <summary>A post in the town hall that passes one from the hidden room on.</summary>
    public Guid Passed { get; private set; }

    public static async Task<HiddenRoom> Without(Engine engine)
    {
        var world = new HiddenRoom(await Office.Serve(engine));
        await world.Settle();
        return world;
    }

    public Viewer Eyes(Onlooker who) => _onlookers[who].Eyes;

    public HttpClient Browser(Onlooker who) => Office.Browser(_onlookers[who].Cookie);

    /// <summary>Makes the room, fills it with one of everything, and lets those go who are no longer in it.</summary>
    public async Task Appear(Openness openness, SpacePurpose purpose)
    {
        var former = Eyes(Onlooker.FormerMember).PersonId!.Value;
        var expired = Eyes(Onlooker.ExpiredGuest).PersonId!.Value;
        var deactivated = Eyes(Onlooker.Deactivated).PersonId!.Value;
        await Change(deactivated, person => person.Reactivate());
        Person[] inside = [_member, _insideGuest, await Known(former), await Known(expired), await Known(deactivated)];
        var room = await Office.Room(Word, openness, purpose, _owner, inside);
        await Office.Get<Premises>().Describe(_owner.Eyes(), room.Id, Word, $"All about the {Word}");
        var picture = await Office.Bring(_member);
        var post = await Publish(room.Id, PostKind.Question, $"![{Word}](/files/images/{picture}/800.webp) @[x](person:{former}) #{Word}");
        await Publish(room.Id, PostKind.Announcement, $"The {Word} is announced");
        var poll = await Publish(room.Id, PostKind.Poll, "Which one?");
        await Office.Get<Posts>().Publish(_member.Eyes(), New(room.Id, PostKind.Praise, "Thanks") with { Praised = [former, expired] });
        var comments = Office.Get<Comments>();
        var comment = await comments.Answer(
            _member.Eyes(),
            post,
            null,
            $"{Word} to @[x](person:{Eyes(Onlooker.Outsider).PersonId})",
            Key()
        );
        await comments.Answer(new(former), post, comment, $"My own {Word}", Key());
        await Office.Get<Corrections>().EditComment(_member.Eyes(), comment, $"{Word}, better said");
        await Office.Get<Keepsakes>().Save(new(former), post, saved: true);
        await Office.Get<Keepsakes>().Follow(new(former), post, wanted: true);
        await Office.Get<Drafts>().Keep(new(former), $"space:{room.Id:N}", d => d.Markdown = Word);
        var option = await Office.Store.Read(
            _owner.Eyes(),
            db => db.PollOptions.Where(o => o.PostId == poll).Select(o => o.Id).FirstAsync()
        );
        var secret = purpose == SpacePurpose.ClientRoom ? await Office.Invite(_owner, _member, room.Id) : "";
        var invitation = await Office.Store.Read(_owner.Eyes(), db => db.Invitations.Select(i => i.Id).FirstOrDefaultAsync());
        var face = await Office.Get<Incoming>().PutAsync(TestPictures.Quarters(64, 64));
        await Office.Get<Profiles>().Picture(_insideGuest.Eyes(), face);
        var (document, upload) = await Office.File(new(former), room.Id, Word);
        await Office.Get<App.Notifications.Notifier>().CatchUp();
        await Office.Get<App.Adoption.Rollup>().CatchUp();
        await Part(room.Id, former, expired, deactivated);
        Names = new Names(
            Word,
            room.Id,
            room.LinkKey,
            _insideGuest.Id,
            face[..16],
            post,
            comment,
            picture,
            document,
            upload,
            option,
            invitation,
            secret
        );
    }

    /// <summary>Somebody inside passes a post on to where everybody reads.</summary>
    public async Task PassOn()
    {
        var hall = await Office.Store.Read(
            _owner.Eyes(),
            db => db.Spaces.Where(s => s.Name == "Town hall").Select(s => s.Id).SingleAsync()
        );
        Passed = await Office.Get<Posts>().Share(_member.Eyes(), Names.Post, hall, "Worth a look.", Key());
    }

    public ValueTask DisposeAsync() => Office.DisposeAsync();

    private async Task Settle()
    {
        _owner = await Office.Employee("Olga Owner");
        _member = await Office.Employee("Mia Member");
        _insideGuest = await Office.Guest(Guest);
        var team = await Office.Team("Plant", manager: _owner.Id);
        var outsider = await Office.Employee("Otto Outsider", team: team.Id);
        var admin = await Office.Employee("Ada Admin", Duties.Admin | Duties.Analyst);
        var former = await Office.Employee("Lea Leaver");
        var other = await Office.Guest("Greta Elsewhere");
        var expired = await Office.Guest("Gil Gone");
        var deactivated = await Office.Employee("Dirk Departed");
        var hall = await Office.Room("Town hall", Openness.Open, _owner, _member, outsider, former);
        await Office.Room("Client room", Openness.Secret, SpacePurpose.ClientRoom, admin, other, expired);
        await Office.Get<Posts>().Publish(_owner.Eyes(), hall.Id, PostKind.Update, "Opening hours", "The hall opens at nine.", Key());
        foreach (
            var (who, person) in new[]
            {
                (Onlooker.Outsider, outsider),
                (Onlooker.Administrator, admin),
                (Onlooker.FormerMember, former),
                (Onlooker.GuestElsewhere, other),
                (Onlooker.ExpiredGuest, expired),
                (Onlooker.Deactivated, deactivated),
            }
        )
        {
            await Office.Store.Write(
                Viewer.Nobody,
                async work =>
                {
                    var known = await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == person.Id);
                    Office.Get<Accounts>().Create(work, known, password: null);
                }
            );
            _onlookers[who] = (person.Eyes(), await Office.Cookie(person.Id));
        }
        await Change(deactivated.Id, person => person.Deactivate(Office.Clock.GetUtcNow()));
        _onlookers[Onlooker.SignedOut] = (Viewer.Nobody, null);
    }

    private async Task Part(Guid room, Guid former, Guid expired, Guid deactivated)
    {
        await Office.Get<Rosters>().Remove(_owner.Eyes(), room, former);
        await Office.Store.Write(
            Viewer.Nobody,
            async work =>
            {
                var seat = work.Db.Memberships.IgnoreQueryFilters([Sight.Name]);
                (await seat.SingleAsync(m => m.SpaceId == room && m.PersonId == expired)).StayUntil(work.Now.AddMinutes(-1));
            }
        );
        await Change(deactivated, person => person.Deactivate(Office.Clock.GetUtcNow()));
    }

    private Task<Guid> Publish(Guid room, PostKind kind, string text) =>
        Office.Get<Posts>().Publish((kind == PostKind.Announcement ? _owner : _member).Eyes(), New(room, kind, text));

    private NewPost New(Guid room, PostKind kind, string text) =>
        new(room, kind, $"{Word} {kind}", $"{text} {Word}", Key()) { Options = kind == PostKind.Poll ? [Word, "None"] : [] };

    private Task<Person> Known(Guid id) =>
        Office.Store.Read(Viewer.Nobody, db => db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == id));

    private Task Change(Guid id, Action<Person> change) =>
        Office.Store.Write(
            Viewer.Nobody,
            async work => change(await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == id))
        );

    private string Key() => $"key-{++_keys}";
}
