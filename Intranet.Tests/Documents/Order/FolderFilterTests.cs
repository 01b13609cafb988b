using Bunit;
using Intranet.App.Documents.Order;
using Microsoft.AspNetCore.Components;

namespace Intranet.Tests.Documents.Order;

public sealed class FolderFilterTests : BunitContext
{
    [Fact]
    public void What_is_typed_meanwhile_stays_when_an_older_answer_arrives_and_words_from_elsewhere_replace_it()
    {
        var wishes = new List<FolderWish>();
        var filter = Render<FolderFilter>(p =>
            p.Add(f => f.Wish, FolderWish.Plain)
                .Add(f => f.Order, SpaceOrder.None)
                .Add(f => f.OnWish, EventCallback.Factory.Create<FolderWish>(this, wishes.Add))
        );
        filter.Find("input[type=search]").Input("p");
        filter.Find("input[type=search]").Input("pl ");

        filter.Render(p => p.Add(f => f.Wish, wishes[0]));
        Assert.Equal("pl ", Words());
        filter.Render(p => p.Add(f => f.Wish, wishes[1]));
        Assert.Equal("pl ", Words());
        filter.Render(p => p.Add(f => f.Wish, FolderWish.Plain));

        Assert.Equal("", Words());
        Assert.Equal(["p", "pl"], wishes.Select(w => w.Words));

        string? Words() => filter.Find("input[type=search]").GetAttribute("value");
    }

    [Fact]
    public void A_head_says_how_it_sorts_and_asks_for_the_other_way()
    {
        var wishes = new List<FolderWish>();
        var head = Render<SortHead>(p =>
            p.Add(h => h.Label, "Size")
                .Add(h => h.By, FolderOrder.Size)
                .Add(h => h.Wish, FolderWish.Of("-size"))
                .Add(h => h.OnWish, EventCallback.Factory.Create<FolderWish>(this, wishes.Add))
        );

        Assert.Equal("descending", head.Find("th").GetAttribute("aria-sort"));
        head.Find("button").Click();
        Assert.Equal("size", wishes.Single().Sort);
        head.Render(p => p.Add(h => h.Wish, FolderWish.Plain));
        Assert.Null(head.Find("th").GetAttribute("aria-sort"));
    }
}
