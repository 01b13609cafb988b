using Bunit;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Shelf = Intranet.Tests.Documents.Shelf;

namespace Intranet.Tests.Feeds;

/// <summary>The documents under the texts of a feed, as two people see the same post.</summary>
public sealed class EnclosuresOnScreenTests
{
    [Fact]
    public async Task The_card_stands_under_the_text_for_who_may_see_the_document_and_is_not_there_for_who_may_not()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var hall = await shelf.Office.Room("Hall", Openness.Open, shelf.Ann, shelf.Ben, shelf.Outsider);
        var paper = await shelf.Document(shelf.Ann, "Layoffs.txt");
        var post = await shelf
            .Office.Get<Posts>()
            .Publish(shelf.Ann.Eyes(), new NewPost(hall.Id, PostKind.Update, null, $"See [it](/documents/{paper})", "post"));
        await shelf.Office.Get<Comments>().Answer(shelf.Ann.Eyes(), post, null, $"[Again](/documents/{paper})", "answer");
        await using var ben = new Desk(shelf.Office, shelf.Ben);
        await using var otto = new Desk(shelf.Office, shelf.Outsider);

        var mine = await ben.Page(post);
        mine.WaitForElement("article.comment", TimeSpan.FromSeconds(10));
        var card = mine.Find("article.post > .enclosed");
        Assert.Contains("prose", card.PreviousElementSibling!.ClassName);
        Assert.Equal("post-actions", card.NextElementSibling!.ClassName);
        Assert.Contains("Layoffs.txt", card.TextContent);
        Assert.Contains("Layoffs.txt", mine.Find("article.comment > .enclosed").TextContent);

        var theirs = await otto.Page(post);
        theirs.WaitForElement("article.comment", TimeSpan.FromSeconds(10));
        Assert.Equal(2, theirs.FindAll($"a[href='/documents/{paper}']").Count);
        Assert.Empty(theirs.FindAll(".enclosed"));
        Assert.DoesNotContain("Layoffs", theirs.Markup);
    }

    [Fact]
    public async Task Who_chooses_another_space_after_attaching_is_told_where_the_file_stays()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var hall = await shelf.Office.Room("Hall", Openness.Open, shelf.Ann);
        await using var ann = new Desk(shelf.Office, shelf.Ann);
        var home = await ann.Home();
        await home.Write("Words");
        await Put(shelf.Room.Id);
        await Put(hall.Id);
        Assert.DoesNotContain("stay in the space", home.Markup);

        await home.Type("Text", $"[Plan](/documents/{await shelf.Document(shelf.Ann, "Plan.txt")})");
        await Put(shelf.Room.Id);

        await home.Shows(() => home.Markup.Contains("stay in the space they were added to"));

        Task Put(Guid space) => home.Find("select[aria-label='Space']").ChangeAsync(new() { Value = $"{space}" });
    }
}
