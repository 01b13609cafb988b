using Intranet.App.Documents.Reading;
using Intranet.App.Documents.Sharing;
using Intranet.Domain.Documents.Sharing;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Reading;

public sealed class ReadersTests
{
    [Theory, OnBoth]
    public async Task Says_who_may_see_a_document_and_by_which_right(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, openness: Openness.Closed);
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", folder: folder);
        await shelf.Office.Get<Links>().Make(shelf.Ann.Eyes(), folder, ShareKind.Read, new LinkWish(TimeSpan.FromDays(1)), "key");
        await shelf.Office.Get<Links>().Make(shelf.Ann.Eyes(), folder, ShareKind.Receive, new LinkWish(TimeSpan.FromDays(1)), "other");
        var readers = shelf.Office.Get<Readers>();

        var view = await readers.Of(shelf.Ann.Eyes(), paper);

        Assert.Equal((Openness.Closed, 4, 1), (view!.Openness, view.All, view.Links));
        Assert.Equal(
            [
                ("Ann Lee", SpaceRole.Member),
                ("Ben Okoro", SpaceRole.Member),
                ("Gina Guest", SpaceRole.Guest),
                ("Olga Owner", SpaceRole.Owner),
            ],
            view.People.Select(p => (p.Name, p.Role))
        );
        // A guest is not told of the ways out.
        Assert.Equal(0, (await readers.Of(shelf.Guest.Eyes(), paper))!.Links);
        Assert.Null(await readers.Of(shelf.Outsider.Eyes(), paper));
    }
}
