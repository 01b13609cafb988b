using Bunit;
using Intranet.App.Feeds;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Shelf = Intranet.Tests.Documents.Shelf;

namespace Intranet.Tests.Feeds;

/// <summary>The documents under the texts of a feed, as two people see the same post.</summary>
public sealed class EnclosuresOnScreenTests : BunitContext
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
        Furnish(shelf);

        var mine = Open(shelf.Ben, post);
        var card = mine.Find("article.post > .enclosed");
        Assert.Contains("prose", card.PreviousElementSibling!.ClassName);
        Assert.Equal("post-actions", card.NextElementSibling!.ClassName);
        Assert.Contains("Layoffs.txt", card.TextContent);
        Assert.Contains("Layoffs.txt", mine.Find("article.comment > .enclosed").TextContent);

        var theirs = Open(shelf.Outsider, post);
        Assert.Equal(2, theirs.FindAll($"a[href='/documents/{paper}']").Count);
        Assert.Empty(theirs.FindAll(".enclosed"));
        Assert.DoesNotContain("Layoffs", theirs.Markup);
    }

    private IRenderedComponent<FeedPanel> Open(Person viewer, Guid post)
    {
        var me = new Me(viewer.Id, viewer.Name, viewer.Email, PersonKind.Employee, Duties.None, null, false, TimeZoneInfo.Utc, null, null);
        var panel = Render<FeedPanel>(p => p.AddCascadingValue(me).Add(x => x.Scope, new FeedScope.One(post)));
        panel.WaitForElement("article.comment", TimeSpan.FromSeconds(10));
        return panel;
    }

    private void Furnish(Shelf shelf)
    {
        Services.AddSingleton(shelf.Office.Get<FeedActs>());
        Services.AddSingleton(shelf.Office.Get<Presence>());
        Services.AddSingleton(shelf.Office.Get<Companions>());
        Services.AddSingleton(shelf.Office.Get<Choices>());
        Services.AddSingleton(shelf.Office.Get<Drafts>());
        Services.AddSingleton(shelf.Office.Get<Texts>());
        Services.AddSingleton(shelf.Office.Get<Mentioning>());
        Services.AddSingleton<TimeProvider>(shelf.Office.Clock);
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: false));
    }
}
