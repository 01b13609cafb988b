using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Approving;
using Intranet.App.Documents.Order;
using Intranet.App.Documents.Talk;
using Intranet.App.Documents.Uploading;
using Intranet.App.Spaces;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Architecture;
using Intranet.Tests.Documents.Content.Previews;
using Intranet.Tests.Shared.Images;
using Intranet.Tests.Traces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Documents.Matrix;

/// <summary>Everybody at every door: for those inside it opens, guests change nothing, and for all others it is as if nothing were behind it.</summary>
public sealed class EveryDoorTests
{
    [Theory, OnBoth]
    public async Task Every_door_opens_to_those_inside_and_answers_all_others_as_if_there_were_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(Office.Serve(engine));
        var outside = await Outside(shelf);
        var behind = await Fill(shelf);
        await Part(shelf, outside);
        var wrong = new List<string>();

        foreach (var door in EveryDoor.Table)
        {
            foreach (var (who, (visitor, _)) in outside)
            {
                var (there, nowhere) = (await Knock(door, visitor, behind), await Knock(door, visitor, Behind.Nothing()));
                if (there.Text.Contains(Behind.Name, StringComparison.Ordinal) || there != nowhere)
                    wrong.Add($"{door.Name} tells {who}: {NoTraceTests.Difference(nowhere.Text, there.Text)}");
            }
        }
        await Inside(shelf.Guest, "guest", d => d.For == For.All);
        await Inside(shelf.Ann, "member", _ => true);

        Says.Nothing(wrong, "These doors do not open, or tell of documents, as EveryDoor.cs says.");
        foreach (var (visitor, _) in outside.Values)
            visitor.Dispose();

        async Task Inside(Person person, string who, Func<Door, bool> opens)
        {
            using var visitor = await Visitor.Of(shelf, person);
            foreach (var door in EveryDoor.Table)
            {
                var (there, nowhere) = (await Knock(door, visitor, behind), await Knock(door, visitor, Behind.Nothing()));
                var shows = there.Text.Contains(Behind.Name, StringComparison.Ordinal) || there != nowhere;
                if (there.Opened != opens(door) || !shows)
                    wrong.Add($"{door.Name} answers a {who}: {Short(there)}");
            }
        }
    }

    private static async Task<Answer> Knock(Door door, Visitor visitor, Behind behind)
    {
        var answer = await door.Knock(visitor, behind);
        return answer with { Text = behind.Nameless(answer.Text) };
    }

    private static async Task<Dictionary<Onlooker, (Visitor Visitor, Person? Person)>> Outside(Shelf shelf)
    {
        var office = shelf.Office;
        var (elsewhere, expired) = (await office.Guest("Greta Elsewhere"), await office.Guest("Gil Gone"));
        var (admin, departed) = (await office.Employee("Ada Admin", Duties.Admin), await office.Employee("Dirk Departed"));
        await office.Room("Client room", Openness.Secret, SpacePurpose.ClientRoom, shelf.Outsider, elsewhere);
        await office.Store.Write(
            Viewer.Nobody,
            work =>
            {
                work.Db.AttachRange(shelf.Room, expired, departed);
                work.Db.Memberships.Add(new Membership(shelf.Room, expired, SpaceRole.Guest, work.Now));
                work.Db.Memberships.Add(new Membership(shelf.Room, departed, SpaceRole.Member, work.Now));
                return Task.CompletedTask;
            }
        );
        var visitors = new Dictionary<Onlooker, (Visitor, Person?)> { [Onlooker.SignedOut] = (Visitor.Nobody(office), null) };
        foreach (
            var (who, person) in new[]
            {
                (Onlooker.Outsider, shelf.Outsider),
                (Onlooker.Administrator, admin),
                (Onlooker.FormerMember, shelf.Ben),
                (Onlooker.GuestElsewhere, elsewhere),
                (Onlooker.ExpiredGuest, expired),
                (Onlooker.Deactivated, departed),
            }
        )
            visitors[who] = (await Visitor.Of(shelf, person), person);
        return visitors;
    }

    /// <summary>One of everything. Those who leave later star and follow it, and it is found by all that it says.</summary>
    private static async Task<Behind> Fill(Shelf shelf)
    {
        const string name = Behind.Name;
        var paper = await shelf.Document(shelf.Owner, $"{name}.txt", "One grommet");
        await shelf.Bring(shelf.Owner, $"{name}.txt", "Another grommet", same: SameName.NewVersion);
        var folder = await shelf.Folder(shelf.Owner, name);
        await shelf.Document(shelf.Owner, $"{name} below.txt", folder: folder);
        var sound = new byte[1000];
        "fLaC"u8.CopyTo(sound);
        var removed = await shelf.Document(shelf.Owner, $"{name} gone.txt");
        await shelf.Papers.Remove(shelf.Owner.Eyes(), removed);
        await shelf.Office.Get<Details>().Save(shelf.Owner.Eyes(), paper, [name]);
        await shelf.Office.Get<Stars>().Set(shelf.Ben.Eyes(), paper, true);
        await shelf.Office.Get<Watches>().Set(shelf.Ben.Eyes(), paper, true);
        var behind = new Behind(
            shelf.Room.Id,
            shelf.Room.Name,
            "grommet",
            folder,
            paper,
            await shelf.Document($"{name}.jpg", TestPictures.Quarters(40, 20)),
            await shelf.Document($"{name}.pdf", Content.Papers.Pdf("Page")),
            await shelf.Document($"{name}.flac", sound),
            await shelf.Document($"{name}.zip", Content.Papers.Zip(("a.txt", "inner"))),
            removed,
            await shelf.Office.Get<Approvals>().Ask(shelf.Owner.Eyes(), paper, [shelf.Ann.Id, shelf.Ben.Id], null, "ask"),
            await shelf.Office.Get<Remarks>().Say(shelf.Ann.Eyes(), paper, "Is that so?", true, "remark")
        );
        await shelf.Office.Get<Librarian>().CatchUp(TestContext.Current.CancellationToken);
        await FirstPagesTests.Drawn(shelf, behind.Print);
        return behind;
    }

    private static async Task Part(Shelf shelf, Dictionary<Onlooker, (Visitor Visitor, Person? Person)> outside)
    {
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);
        var (expired, departed) = (outside[Onlooker.ExpiredGuest].Person!.Id, outside[Onlooker.Deactivated].Person!.Id);
        await shelf.Office.Store.Write(
            Viewer.Nobody,
            async work =>
            {
                var seats = work.Db.Memberships.IgnoreQueryFilters([Sight.Name]).Where(m => m.SpaceId == shelf.Room.Id);
                (await seats.SingleAsync(m => m.PersonId == expired)).StayUntil(work.Now.AddMinutes(-1));
                var person = await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == departed);
                person.Deactivate(work.Now);
            }
        );
        // What is counted and told in the background is done before anybody compares two answers.
        await shelf.Office.Get<App.Notifications.Notifier>().CatchUp();
        await shelf.Office.Get<App.Adoption.Rollup>().CatchUp();
    }

    private static string Short(Answer answer) => answer.Text[..Math.Min(answer.Text.Length, 300)].ReplaceLineEndings(" ");
}
