using System.Text.RegularExpressions;
using Intranet.Domain.People;

namespace Intranet.App.Admin.Demo;

/// <summary>Writes the script of the demo company: the same seed and the same moment always give the same six months.</summary>
public static partial class DemoCompany
{
    /// <summary>Tells 26 weeks that end at <paramref name="now"/>; touches no database and no clock.</summary>
    public static DemoScript Write(int seed, DateTimeOffset now)
    {
        var stage = new Stage(seed, now);
        var entries = new Entries(stage);
        var conversations = new Conversations(stage, entries);
        var decks = new Decks(stage);
        List<DraftPost> drafts = [.. new Threads(stage, conversations, decks).Tell(), .. new Serials(stage, conversations, decks).Tell()];
        drafts = [.. drafts.OrderBy(draft => draft.At)];
        var members = entries.Write(drafts);
        var audience = new Audience(stage, conversations, members);
        var commentIds = drafts
            .SelectMany(draft => draft.Comments)
            .OrderBy(comment => comment.At)
            .Select((comment, at) => (comment, at))
            .ToDictionary(pair => pair.comment, pair => pair.at + 1);
        var posts = new List<DemoPost>();
        var comments = new List<DemoComment>();
        foreach (var draft in drafts)
        {
            posts.Add(Post(draft, posts.Count + 1, commentIds));
            comments.AddRange(draft.Comments.Select(comment => Comment(comment, posts.Count, commentIds)));
            audience.Follow(draft, posts.Count, commentIds);
        }
        return new DemoScript(
            Cast.Organisation,
            seed,
            stage.From,
            stage.Now,
            Cast.Teams,
            [.. Cast.People.Select(person => Person(person, stage, members))],
            [.. Cast.Spaces.Select(space => Space(space, entries.Opening(space, drafts)))],
            [.. members.OrderBy(member => member.At)],
            posts,
            [.. comments.OrderBy(comment => comment.Id)],
            [.. audience.Reactions.OrderBy(reaction => reaction.At)],
            [.. audience.Opens.OrderBy(open => open.At)],
            [.. audience.Votes.OrderBy(vote => vote.At)],
            [.. new Cabinets(stage, members).Tell()]
        );
    }

    private static DemoPost Post(DraftPost draft, int id, Dictionary<DraftComment, int> ids)
    {
        var accepted = draft.Comments.LastOrDefault(comment => comment.Accepted);
        var (text, mentions) = WithMentions(draft.Text);
        return new DemoPost(
            id,
            draft.Space.Key,
            draft.Kind,
            draft.Author.Key,
            draft.At,
            draft.Channel,
            draft.Title,
            text,
            draft.Topics,
            mentions,
            [.. draft.Options.Select(option => option.Text)],
            accepted is null ? null : ids[accepted],
            accepted?.At.AddSeconds(45),
            draft.Pinned
        );
    }

    private static DemoComment Comment(DraftComment draft, int post, Dictionary<DraftComment, int> ids)
    {
        var (text, mentions) = WithMentions(draft.Text);
        return new DemoComment(
            ids[draft],
            post,
            draft.Parent is { } above ? ids[above] : null,
            draft.Author.Key,
            draft.At,
            draft.Channel,
            text,
            mentions
        );
    }

    private static DemoPerson Person(CastPerson person, Stage stage, List<DemoMember> members)
    {
        var manager = person.Boss ?? Cast.Teams.FirstOrDefault(team => team.Key == person.Team)?.Manager;
        return new DemoPerson(
            person.Key,
            person.Name,
            person.Email,
            person.Title,
            person.Team,
            manager == person.Key ? null : manager,
            person.Place,
            WorkCalendar.ZoneOf(person.Place),
            person.Language,
            person.Pronouns,
            person.Guest ? PersonKind.Guest : PersonKind.Employee,
            person.Duties,
            members.Where(member => member.Person == person.Key).Min(member => member.At) is var first && person.FromWeek is null
                ? stage.From
                : first,
            person.ToWeek is { } week ? stage.WeekStart(week + 1) : null
        );
    }

    private static DemoSpace Space(CastSpace space, DateTimeOffset at) =>
        new(space.Key, space.Name, space.About, space.Purpose, space.Openness, space.Owner, space.Moderators, at);

    private static (string Text, IReadOnlyList<string> Mentions) WithMentions(string text)
    {
        if (!text.Contains('@'))
            return (text, []);
        var mentions = new List<string>();
        var written = Mention()
            .Replace(
                text,
                match =>
                {
                    var person = Cast.ByKey[match.Groups["key"].Value];
                    mentions.Add(person.Key);
                    return $"@[{person.Name}](person:{person.Key})";
                }
            );
        return (written, [.. mentions.Distinct()]);
    }

    [GeneratedRegex(@"(?<![\w.])@(?<key>[a-z]+)")]
    private static partial Regex Mention();
}
