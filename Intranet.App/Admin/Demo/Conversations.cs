using Intranet.Domain.Activity;

namespace Intranet.App.Admin.Demo;

/// <summary>Lets the people of a thread speak one after another, each in own working hours, none before being there.</summary>
internal sealed class Conversations(Stage stage, Entries entries)
{
    public void Speak(DraftPost post, IEnumerable<TextLine> lines, Func<string, string> fill, SplitMix chance)
    {
        var before = post.Comments.Count > 0 ? post.Comments[^1].At : post.At;
        var hurry = stage.Now - post.At < TimeSpan.FromHours(3);
        var spoken = new HashSet<string> { post.Author.Key };
        spoken.UnionWith(post.Comments.Select(comment => comment.Author.Key));
        var above = post.Comments.LastOrDefault(comment => comment.Parent is null);
        foreach (var line in lines)
        {
            if (!chance.Chance(line.Share * (post.Serial && Stage.InAugust(post.At) ? 0.6 : 1)))
                continue;
            var text = fill(line.Text);
            if (Speaker(post, line.Who, spoken, chance) is not { } speaker || post.Comments.Any(comment => comment.Text == text))
                continue;
            if (line.Answers && above is null)
                continue;
            var at = hurry ? before.AddMinutes(1 + chance.Waiting(4)) : Later(post, speaker, before, chance);
            if (at > stage.Now.AddSeconds(-20))
                return;
            var channel = ChannelOf(speaker, chance);
            var comment = new DraftComment(speaker, at, channel, text, line.Answers ? above : null, line.Accepted);
            post.Comments.Add(comment);
            spoken.Add(speaker.Key);
            if (!line.Answers)
                above = comment;
            before = at;
        }
    }

    public Channel ChannelOf(CastPerson person, SplitMix chance) => chance.Chance(stage.MailShare(person)) ? Channel.Email : Channel.Web;

    private DateTimeOffset Later(DraftPost post, CastPerson speaker, DateTimeOffset before, SplitMix chance)
    {
        var pause =
            3
            + chance.Waiting(
                speaker.Team is "sales" or "finance" ? 120
                : post.Serial ? 45
                : 60
            );
        var (opens, closes) = speaker.Team == "plant" ? (5.8, 22.0) : (7.8, 18.2);
        return stage.Calendar.NextAtWork(speaker.Place, before.AddMinutes(pause), opens, closes, chance);
    }

    private CastPerson? Speaker(DraftPost post, string who, HashSet<string> spoken, SplitMix chance)
    {
        var week = stage.WeekOf(post.At);
        if (who[0] != '~')
        {
            var named = Cast.ByKey[who];
            return named.HereIn(week) && (!post.Serial || stage.Present(named, week)) ? named : null;
        }
        // The sponsor's silence and the manager's turn are told in named lines only.
        var candidates = Cast
            .People.Where(person =>
                person.Key is not ("jonas" or "margit")
                && (person.Team == who[1..] || who == "~*")
                && !spoken.Contains(person.Key)
                && stage.Present(person, week)
                && entries.MayBeIn(post.Space, person, foreseen: who == "~*")
            )
            .ToList();
        return candidates.Count == 0 ? null : chance.Pick(candidates);
    }
}
