using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;

namespace Intranet.App.Admin.Demo;

/// <summary>Those who do not write: who opened what, reacted, voted. Whoever acts has opened the post before.</summary>
internal sealed class Audience(Stage stage, Conversations conversations, IEnumerable<DemoMember> members)
{
    private readonly ILookup<string, DemoMember> _members = members.ToLookup(member => member.Space);

    public List<DemoOpen> Opens { get; } = [];
    public List<DemoReaction> Reactions { get; } = [];
    public List<DemoVote> Votes { get; } = [];

    /// <summary>Comment ids run on from the first one given, in the order of the draft.</summary>
    public void Follow(DraftPost post, int id, IReadOnlyDictionary<DraftComment, int> ids)
    {
        var chance = stage.Chance.Fork("audience", id);
        var week = stage.WeekOf(post.At);
        var spoke = post.Comments.GroupBy(comment => comment.Author.Key).ToDictionary(by => by.Key, by => by.First());
        foreach (var member in _members[post.Space.Key])
        {
            var person = Cast.ByKey[member.Person];
            if (person == post.Author)
                continue;
            if (spoke.TryGetValue(person.Key, out var own))
            {
                var opened = own.At - TimeSpan.FromSeconds(40 + chance.Below(400));
                Open(post, id, person, Max(opened, post.At.AddSeconds(15), member.At.AddSeconds(10)), own.Channel);
                Respond(post, id, ids, person, own.At.AddSeconds(20 + chance.Below(90)), chance, 0.6);
            }
            else if (stage.Present(person, week) && chance.Chance(Pull(post) * stage.Appetite(person)))
            {
                var at = stage.Calendar.NextAtWork(
                    person.Place,
                    Max(post.At, member.At).AddSeconds(30 + chance.Waiting(9000)),
                    6.5,
                    18.5,
                    chance
                );
                if (at < stage.Now.AddSeconds(-30) && at >= member.At && stage.WeekOf(at) <= week + 1 && person.HereIn(stage.WeekOf(at)))
                {
                    Open(post, id, person, at, conversations.ChannelOf(person, chance));
                    Respond(
                        post,
                        id,
                        ids,
                        person,
                        at.AddSeconds(15 + chance.Below(200)),
                        chance,
                        person.Team is "sales" or "finance" ? 0.25 : 1
                    );
                }
            }
        }
    }

    private void Open(DraftPost post, int id, CastPerson person, DateTimeOffset at, Channel channel) =>
        Opens.Add(new DemoOpen(id, person.Key, at > post.At ? at : post.At.AddSeconds(5), channel));

    private void Respond(
        DraftPost post,
        int id,
        IReadOnlyDictionary<DraftComment, int> ids,
        CastPerson person,
        DateTimeOffset at,
        SplitMix chance,
        double share
    )
    {
        if (at >= stage.Now.AddSeconds(-5) || (person.Key == "margit" && stage.WeekOf(at) > 3))
            return;
        var channel = Opens[^1].Channel;
        if (post.Options.Count > 0 && chance.Chance(0.8 * Math.Min(1, share * 2)))
            Votes.Add(new DemoVote(id, Choice(post, chance), person.Key, at, channel));
        if (chance.Chance(share * Warmth(post)))
            Reactions.Add(new DemoReaction(id, null, person.Key, Feeling(post.Kind, chance), at, channel));
        foreach (var comment in post.Comments)
        {
            if (comment.Author != person && comment.At < at && chance.Chance(share * (comment.Accepted ? 0.14 : 0.04)))
                Reactions.Add(
                    new DemoReaction(id, ids[comment], person.Key, Feeling(PostKind.Question, chance), at.AddSeconds(8), channel)
                );
        }
    }

    private static double Pull(DraftPost post) =>
        post.Space.Key is "everyone" && !post.Serial ? 1.5
        : post.Serial ? 1.2
        : 1.45;

    private static double Warmth(DraftPost post) =>
        post.Kind switch
        {
            PostKind.Praise => 0.58,
            PostKind.Announcement => 0.28,
            PostKind.Poll => 0.06,
            PostKind.Question => 0.11,
            _ => post.Serial ? 0.1 : 0.3,
        };

    private static ReactionKind Feeling(PostKind kind, SplitMix chance) =>
        (kind, chance.Below(10)) switch
        {
            (PostKind.Praise, < 5) => ReactionKind.Celebrate,
            (PostKind.Praise, < 9) => ReactionKind.Thanks,
            (PostKind.Question, < 4) => ReactionKind.Insightful,
            (PostKind.Question, < 7) => ReactionKind.Thanks,
            (_, 0) => ReactionKind.Celebrate,
            (_, < 3) => ReactionKind.Thanks,
            (_, 3) => ReactionKind.Insightful,
            _ => ReactionKind.Like,
        };

    private static int Choice(DraftPost post, SplitMix chance)
    {
        var left = chance.Share() * post.Options.Sum(option => option.Weight);
        for (var at = 0; at < post.Options.Count - 1; at++)
        {
            left -= post.Options[at].Weight;
            if (left < 0)
                return at;
        }
        return post.Options.Count - 1;
    }

    private static DateTimeOffset Max(params ReadOnlySpan<DateTimeOffset> moments)
    {
        var latest = moments[0];
        foreach (var moment in moments)
            latest = moment > latest ? moment : latest;
        return latest;
    }
}
