using AngleSharp.Dom;
using Intranet.App.Feeds;
using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Tests.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace Intranet.Tests.Feeds;

public sealed class PostDrawingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 5, 0, TimeSpan.Zero);
    private static readonly Sprite Sprite = Sprite.Of(ResourceAssetCollection.Empty);
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void Whatever_people_call_themselves_and_write_changes_no_markup()
    {
        var plain = Shape(Everything("plain"));
        foreach (var attack in AttackStrings.All)
        {
            var drawn = Everything(attack);

            Assert.Equal(plain, Shape(drawn));
            Assert.Contains(Visible(attack), Visible(ShownDom.Parse(drawn).Body!.TextContent));
        }
    }

    [Fact]
    public void Two_people_who_see_the_same_are_handed_the_same_text()
    {
        var (ann, ben) = (Item(Card()), Item(Card()));
        ben = ben with { Card = ann.Card };

        Assert.Same(PostDrawing.Head(Sprite, ann, true).Value, PostDrawing.Head(Sprite, ben, true).Value);
        Assert.Same(PostDrawing.Body(ann.Card, whole: false).Value, PostDrawing.Body(ben.Card, whole: false).Value);
        Assert.Same(PostDrawing.Foot(Sprite, ann).Value, PostDrawing.Foot(Sprite, ben).Value);
    }

    [Fact]
    public void Nobody_is_handed_the_marks_of_somebody_else()
    {
        var card = Card() with { Reactions = new Counts(2, 0, 0, 0, 0) };
        var gave = Item(card) with { Mine = new Mine(Marks.Like, Saved: true, false, false, null, TakesPart: true, Moderates: false) };
        var reads = Item(card) with { Mine = default };

        Assert.Equal(["true", "true"], Pressed(gave));
        Assert.Equal(["false", "false"], Pressed(reads));
        Assert.Empty(Foot(reads).QuerySelectorAll("[data-do=picker]"));
        Assert.True(Foot(reads).QuerySelector(".reaction")!.HasAttribute("disabled"));
        Assert.False(Foot(gave).QuerySelector(".reaction")!.HasAttribute("disabled"));

        static IEnumerable<string?> Pressed(FeedItem item) =>
            Foot(item).QuerySelectorAll("[aria-pressed]").Select(b => b.GetAttribute("aria-pressed"));
    }

    [Fact]
    public void A_card_that_changed_is_drawn_anew_and_the_parts_it_left_alone_read_the_same()
    {
        var before = Item(Card());
        var after = before with { Card = before.Card with { Seen = 7, Members = 9 } };

        Assert.Contains("Seen by 7 of 9<span> people</span>", PostDrawing.Foot(Sprite, after).Value);
        Assert.DoesNotContain("Seen by", PostDrawing.Foot(Sprite, before).Value);
        Assert.Equal(PostDrawing.Body(before.Card, false), PostDrawing.Body(after.Card, false));
        Assert.Equal(PostDrawing.Head(Sprite, before, true), PostDrawing.Head(Sprite, after, true));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void How_many_have_seen_a_post_is_told_only_where_it_does_not_say_who(int members, bool told)
    {
        var item = Item(Card() with { Seen = 1, Members = members });

        Assert.Equal(told, Foot(item).QuerySelector(".seen-by") is not null);
    }

    [Theory]
    [InlineData(PostKind.Update, null)]
    [InlineData(PostKind.Question, "Question")]
    [InlineData(PostKind.Announcement, "Announcement")]
    [InlineData(PostKind.Praise, "Praise")]
    [InlineData(PostKind.Poll, "Poll")]
    public void Its_kind_stands_beside_the_time(PostKind kind, string? tag) =>
        Assert.Equal(tag, Head(Item(Card() with { Kind = kind })).QuerySelector(".where .tag")?.TextContent);

    [Fact]
    public void What_is_special_about_it_is_said_in_words()
    {
        var question = Card() with { Kind = PostKind.Question, AcceptedId = Guid.NewGuid(), Pinned = true, Edited = true };
        var muted = Item(question) with { Mine = new Mine(Marks.None, false, Muted: true, false, null, true, false) };

        Assert.Equal(["Pinned", "Question, answered", "Muted"], Head(muted).QuerySelectorAll(".tag").Select(t => t.TextContent));
        Assert.Contains("edited", Head(muted).QuerySelector(".where")!.TextContent);
        var held = Item(Card() with { Kind = PostKind.Announcement }) with { Unseen = true };
        Assert.Equal("Announcement, here until you have seen it", Head(held).QuerySelector(".tag")!.TextContent);
    }

    [Fact]
    public void The_space_is_named_only_where_posts_of_several_stand_together()
    {
        var item = Item(Card());

        Assert.Equal(
            $"/spaces/{item.Card.SpaceId}",
            Parse(PostDrawing.Head(Sprite, item, true)).QuerySelector(".where a")!.GetAttribute("href")
        );
        Assert.Equal($"/posts/{Id}", Parse(PostDrawing.Head(Sprite, item, false)).QuerySelector(".where a")!.GetAttribute("href"));
    }

    [Fact]
    public void The_whole_time_stands_there_until_a_script_words_it()
    {
        var time = Head(Item(Card())).QuerySelector("time[data-ago]")!;

        Assert.Equal(("2026-03-02T09:05:00Z", "Monday 2 March 2026, 9:05 UTC"), (time.GetAttribute("datetime"), time.TextContent));
    }

    [Fact]
    public void A_long_text_is_folded_in_a_list_and_whole_on_its_own_page()
    {
        var card = Card() with { Html = $"<p>{new string('x', 2000)}</p>" };

        Assert.NotNull(Parse(PostDrawing.Body(card, whole: false)).QuerySelector(".prose.fold + [data-unfold]"));
        Assert.Null(Parse(PostDrawing.Body(card, whole: true)).QuerySelector(".fold, [data-unfold]"));
        Assert.Null(Parse(PostDrawing.Body(Card(), whole: false)).QuerySelector(".fold, [data-unfold]"));
    }

    [Fact]
    public void A_source_out_of_sight_is_not_named() =>
        Assert.Equal("A post you cannot see here.", Parse(QuoteDrawing.Of(null)).TextContent);

    /// <summary>All parts of a post and of an answer, with the word in every place that people fill.</summary>
    private static string Everything(string word)
    {
        var author = new Author(Id, word, word, null);
        var card = Card(word) with
        {
            Praised = [author, author with { AvatarKey = "0123456789abcdef" }],
            Reactions = new Counts(1, 2, 3, 4, 5),
        };
        var item = Item(card);
        var answer = new CommentItem(new CommentCard(Id, Id, null, author, "<p>said</p>", At, false, false, ""), Marks.Care);
        return string.Concat(
            PostDrawing.Head(Sprite, item, space: true),
            PostDrawing.Body(card, whole: false),
            PostDrawing.Foot(Sprite, item),
            QuoteDrawing.Of(new Quote(Id, word, word, word, word, At)),
            AnswerDrawing.Head(Sprite, answer.Card, accepted: true),
            AnswerDrawing.Body(answer.Card),
            AnswerDrawing.Foot(Sprite, answer, takesPart: true, accept: true, accepted: false),
            AvatarDrawing.Of(Id, word, image: null, alone: true),
            AvatarDrawing.Of(Id, word, image: word, alone: true)
        );
    }

    private static PostCard Card(string word = "word") =>
        new(
            Id,
            Guid.NewGuid(),
            word,
            new Author(Id, word, word, null),
            PostKind.Update,
            word,
            "<p>said</p>",
            At,
            false,
            false,
            null,
            null,
            0,
            ""
        );

    private static FeedItem Item(PostCard card) =>
        new(card, new Mine(Marks.None, false, false, false, null, TakesPart: true, Moderates: false));

    private static IElement Head(FeedItem item) => Parse(PostDrawing.Head(Sprite, item, space: true));

    private static IElement Foot(FeedItem item) => Parse(PostDrawing.Foot(Sprite, item));

    private static IElement Parse(SafeHtml html) => ShownDom.Parse(html.Value).Body!;

    /// <summary>The elements and the names of their attributes, without anything that is read.</summary>
    private static string Shape(string html) => string.Concat(ShownDom.Parse(html).Body!.QuerySelectorAll("*").Select(Tag));

    private static string Tag(IElement element) =>
        $"{element.ParentElement!.LocalName}>{element.LocalName}[{string.Join(' ', element.Attributes.Select(a => a.Name))}]";

    private static string Visible(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
