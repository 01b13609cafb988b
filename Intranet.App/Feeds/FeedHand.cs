using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds;

/// <summary>One person's hand on one feed: carries out what was clicked, and keeps what is opened.</summary>
public sealed class FeedHand(FeedActs acts, FeedScreen screen, Viewer viewer)
{
    public Touch? Touch { get; private set; }

    /// <summary>What was just removed and can be brought back with one click.</summary>
    public Removal? Undo { get; private set; }

    public string? Refused { get; private set; }

    /// <summary>Does what a button says. Broken rules become a sentence, everything else is a bug and is thrown.</summary>
    public async Task Do(string act, Guid postId, Guid? commentId, string? value)
    {
        Refused = null;
        try
        {
            await Carry(act, postId, commentId, value);
        }
        catch (Refusal refusal)
        {
            if (Touch is { Kind: TouchKind.Edit or TouchKind.Share or TouchKind.Reply })
                Touch = Touch with { Refused = refusal.Message };
            else
                Refused = refusal.Message;
            await screen.Reread(postId);
        }
    }

    private Task Carry(string act, Guid post, Guid? comment, string? value) =>
        act switch
        {
            "react" => React(post, comment, Enum.Parse<ReactionKind>(value ?? "")),
            "picker" => Toggle(new Touch(TouchKind.Picker, post, comment)),
            "menu" => Menu(post, comment),
            "close" => Close(),
            "comments" => screen.Find(post)?.Thread is null ? screen.OpenThread(post) : screen.CloseThread(post),
            "earlier" => screen.EarlierAnswers(post),
            "later" => screen.LaterAnswers(post),
            "around" => screen.OpenThread(post, comment),
            "reply" => Toggle(new Touch(TouchKind.Reply, post, comment)),
            "save" => Save(post),
            "follow" => Follow(
                post,
                value switch
                {
                    "on" => true,
                    "off" => false,
                    _ => null,
                }
            ),
            "vote" => Vote(post, Guid.Parse(value ?? "")),
            "accept" => Accept(post, comment),
            "edit" => Edit(post, comment),
            "history" => History(post, comment),
            "remove" => Remove(post, comment),
            "restore" => Restore(),
            "pin" => Pin(post, value == "on"),
            "share" => Share(post),
            _ => Task.CompletedTask,
        };

    public async Task SaveEdit(string? title, string text)
    {
        if (Touch is not { Kind: TouchKind.Edit } touch)
            return;
        if (touch.CommentId is { } comment)
            await acts.Corrections.EditComment(viewer, comment, text);
        else
            await acts.Corrections.Edit(viewer, touch.PostId, title, text);
        Touch = null;
        await screen.Reread(touch.PostId);
    }

    public async Task SendShare(Guid target, string text, string clientKey)
    {
        if (Touch is not { Kind: TouchKind.Share } touch)
            return;
        var id = await acts.Posts.Share(viewer, touch.PostId, target, text, clientKey);
        Touch = null;
        await screen.Reread(id);
    }

    public async Task Answer(Guid post, Guid? parent, string text, string clientKey)
    {
        var answer = await acts.Comments.Answer(viewer, post, parent, text, clientKey);
        if (Touch?.Kind == TouchKind.Reply)
            Touch = null;
        await screen.Reread(post);
        // Who answers wants to see what they wrote, also where the newest answers were not shown.
        if (screen.Find(post)?.Thread?.Comments.Any(c => c.Id == answer) != true)
            await screen.OpenThread(post, answer);
    }

    private async Task React(Guid post, Guid? comment, ReactionKind kind)
    {
        Touch = null;
        var item = screen.Find(post);
        var mine = comment is null ? item?.Mine.Reactions : item?.Thread?.Comments.FirstOrDefault(c => c.Id == comment)?.Mine;
        var give = !(mine ?? Marks.None).Has(kind);
        screen.Replace(post, i => i.Reacted(comment, kind, give));
        await acts.Reactions.React(viewer, post, comment, kind, give);
    }

    private async Task Save(Guid post)
    {
        var saved = !(screen.Find(post)?.Mine.Saved ?? false);
        screen.Replace(post, i => i with { Mine = i.Mine with { Saved = saved } });
        await acts.Keepsakes.Save(viewer, post, saved);
    }

    private async Task Follow(Guid post, bool? wanted)
    {
        Touch = null;
        screen.Replace(post, i => i with { Mine = i.Mine with { Following = wanted == true, Muted = wanted == false } });
        await acts.Keepsakes.Follow(viewer, post, wanted);
    }

    private async Task Vote(Guid post, Guid option)
    {
        await acts.Reactions.Vote(viewer, post, option);
        await screen.Reread(post);
    }

    private async Task Accept(Guid post, Guid? comment)
    {
        var taken = screen.Find(post)?.Card.AcceptedId == comment;
        await acts.Comments.Accept(viewer, post, taken ? null : comment);
        await screen.Reread(post);
    }

    private async Task Menu(Guid post, Guid? comment)
    {
        if (Touch is { Kind: TouchKind.Menu } open && open.Thing == (comment ?? post))
            Touch = null;
        else
            Touch = new Touch(TouchKind.Menu, post, comment) { Choices = await acts.Choices.Of(viewer, post, comment) };
    }

    private async Task Edit(Guid post, Guid? comment)
    {
        var (title, text) = await acts.Corrections.Source(viewer, post, comment);
        Touch = new Touch(TouchKind.Edit, post, comment) { Title = title, Text = text };
    }

    private async Task History(Guid post, Guid? comment) =>
        Touch = new Touch(TouchKind.History, post, comment) { History = await acts.Corrections.History(viewer, comment ?? post) };

    private async Task Share(Guid post) => Touch = new Touch(TouchKind.Share, post) { Spaces = await acts.Choices.Spaces(viewer) };

    private async Task Remove(Guid post, Guid? comment)
    {
        Touch = null;
        if (comment is { } id)
            await acts.Corrections.RemoveComment(viewer, id);
        else
            await acts.Corrections.Remove(viewer, post);
        Undo = new Removal(post, comment);
        await screen.Reread(post);
    }

    private async Task Restore()
    {
        if (Undo is not { } undo)
            return;
        Undo = null;
        if (undo.CommentId is { } id)
            await acts.Corrections.RestoreComment(viewer, id);
        else
            await acts.Corrections.Restore(viewer, undo.PostId);
        await screen.Reread(undo.PostId);
    }

    private async Task Pin(Guid post, bool pinned)
    {
        Touch = null;
        await acts.Corrections.Pin(viewer, post, pinned);
        await screen.Reread(post);
    }

    private Task Toggle(Touch touch)
    {
        Touch = Touch == touch ? null : touch;
        return Task.CompletedTask;
    }

    private Task Close()
    {
        (Touch, Undo, Refused) = (null, null, null);
        return Task.CompletedTask;
    }
}

/// <summary>What was removed last.</summary>
public sealed record Removal(Guid PostId, Guid? CommentId);
