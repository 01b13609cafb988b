using Intranet.Domain.Feeds;

namespace Intranet.App.Admin.Demo;

/// <summary>Puts the hand-written threads into their weeks.</summary>
internal sealed class Threads(Stage stage, Conversations conversations, Decks decks)
{
    private static readonly string[] Chatty = ["everyone", "plant", "quality", "it-help", "f320", "kitchen", "running", "rnd", "service"];

    public IEnumerable<DraftPost> Tell()
    {
        var number = 0;
        foreach (var thread in DemoTexts.Threads)
        {
            var chance = stage.Chance.Fork("thread", number++);
            var space = Cast.Spaces.Single(space => space.Key == thread.Space);
            var author = Cast.ByKey[thread.Author];
            var at = thread.MinutesAgo is { } minutes ? stage.Now.AddMinutes(-minutes) : Moment(author, thread, chance);
            var phrase = new Phrase(chance, stage.Calendar.DayAt(author.Place, at), deck => decks.Draw(space.Key, deck));
            var post = new DraftPost(space, thread.Kind, author, at)
            {
                Channel = conversations.ChannelOf(author, chance),
                Title = thread.Text.Title is { } title ? phrase.Fill(title) : null,
                Text = phrase.Fill(thread.Text.Body),
                Topics = thread.Topics,
                Options = thread.Text.Options,
                Pinned = thread.Pinned,
            };
            conversations.Speak(post, thread.Text.Lines, phrase.Fill, chance);
            if (post.Comments.Count > 0 && thread.MinutesAgo is null && Chatty.Contains(space.Key))
                conversations.Speak(post, Tail(post), phrase.Fill, chance);
            yield return post;
        }
    }

    // What colleagues add to a thread that is settled: thanks, the same elsewhere, congratulations.
    private static List<TextLine> Tail(DraftPost post)
    {
        if (post.Kind == PostKind.Praise)
            return [Line(0.9, "{congrats}"), Line(0.7, "{congrats}"), Line(0.5, "{congrats}"), Line(0.3, "{congrats}")];
        if (post.Kind != PostKind.Question)
            return [Line(0.6, "{nod}"), Line(0.35, "{nod}")];
        List<TextLine> tail = [Line(0.45, "{metoo}")];
        if (post.Comments[^1].Accepted)
            tail.Insert(0, new TextLine(true, false, post.Author.Key, 0.85, "{thanks}"));
        return tail;
    }

    private static TextLine Line(double share, string text) => new(false, false, "~*", share, text);

    private DateTimeOffset Moment(CastPerson author, TextThread thread, SplitMix chance)
    {
        var begin = stage.WeekStart(thread.Week!.Value).AddMinutes(5);
        var end = thread.Week == Stage.Weeks ? stage.Now.AddHours(-4) : stage.WeekStart(thread.Week.Value + 1);
        // The first post of a week with a given working day comes before the others of that week.
        if (thread.WorkDay is { } nth)
            return stage.Calendar.NextAtWork(author.Place, begin.AddDays(nth), 8.3, 9.5, chance);
        var first = stage.Calendar.DayAt(author.Place, begin);
        for (var tries = 0; tries < 40; tries++)
        {
            var day = first.AddDays(chance.Below(8));
            if (!stage.Calendar.Works(author.Place, day))
                continue;
            var at = stage.Calendar.Moment(author.Place, day, Clock(chance));
            if (at > begin && at < end)
                return at;
        }
        return begin.AddHours(1 + 40 * chance.Share());
    }

    private static TimeSpan Clock(SplitMix chance)
    {
        var (middle, width) = chance.Chance(0.6) ? (9.7, 1.5) : (14.4, 1.8);
        return TimeSpan.FromSeconds(Math.Round(3600 * (middle + width * (chance.Share() + chance.Share() - 1))));
    }
}
