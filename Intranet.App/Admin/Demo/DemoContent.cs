using System.Text.RegularExpressions;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;
using PostBody = Intranet.Domain.Feeds.Body;

namespace Intranet.App.Admin.Demo;

/// <summary>Posts, answers and what hangs on them, rendered as if their authors had published them.</summary>
internal sealed partial class DemoContent
{
    private readonly DemoPeople _people;
    private readonly DemoIds _ids;
    private readonly Markdown _markdown;
    private readonly Dictionary<Guid, string> _names;

    public DemoContent(
        DemoScript script,
        DemoPeople people,
        DemoIds ids,
        Markdown markdown,
        IProgress<double> progress,
        CancellationToken stop
    )
    {
        (_people, _ids, _markdown) = (people, ids, markdown);
        _names = people.People.Values.ToDictionary(p => p.Id, p => p.Name);
        var answers = script.Comments.CountBy(c => c.Post).ToDictionary();
        var posts = Rendered(script.Posts, p => p.Markdown, stop);
        progress.Report(0.3);
        var comments = Rendered(script.Comments, c => c.Markdown, stop);
        progress.Report(0.5);
        Posts = [.. posts.Select(p => Post(p.Told, p.Text, answers.GetValueOrDefault(p.Told.Id)))];
        Comments = [.. comments.Select(c => Comment(script, c.Told, c.Text))];
        Topics = [.. posts.SelectMany(p => Named(p.Told, p.Text))];
        Options = [.. script.Posts.SelectMany(Offered)];
        Praises =
        [
            .. from post in script.Posts
            where post.Kind == PostKind.Praise
            from key in post.Mentions
            where key != post.Author
            select new Praise(ids.Post(post.Id), people.People[key].Id, SpaceOf(post)),
        ];
        Mentions =
        [
            .. from post in script.Posts
            from key in Heard(post.Space, post.Author, post.Mentions)
            select new Mention(ids.Post(post.Id), people.People[key].Id, ids.Post(post.Id), SpaceOf(post)),
            .. from comment in script.Comments
            let post = script.Posts[comment.Post - 1]
            from key in Heard(post.Space, comment.Author, comment.Mentions)
            select new Mention(ids.Comment(comment.Id), people.People[key].Id, ids.Post(post.Id), SpaceOf(post)),
        ];
    }

    public IReadOnlyList<Post> Posts { get; }
    public IReadOnlyList<Comment> Comments { get; }
    public IReadOnlyList<PostTopic> Topics { get; }
    public IReadOnlyList<PollOption> Options { get; }
    public IReadOnlyList<Praise> Praises { get; }
    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>Those named who may read there, without the author.</summary>
    private IEnumerable<string> Heard(string space, string author, IEnumerable<string> mentions) =>
        mentions.Distinct().Where(key => key != author && _people.MayRead(space, key));

    private Guid SpaceOf(DemoPost post) => _ids.Space(post.Space);

    private List<(T Told, Rendering Text)> Rendered<T>(IReadOnlyList<T> told, Func<T, string> text, CancellationToken stop) =>
        [.. told.AsParallel().AsOrdered().WithCancellation(stop).Select(x => (x, Render(text(x))))];

    private Rendering Render(string told)
    {
        told = _ids.Lead(told);
        var text = Markdown.Tidy(MentionKey().Replace(told, match => $"](person:{_people.People[match.Groups[1].Value].Id:D})"));
        var rendered = _markdown.Render(text, token => _names.GetValueOrDefault(token.Id));
        return new(new PostBody(text, rendered.Html.Value, rendered.Excerpt, Markdown.RendererVersion), rendered.Topics);
    }

    private Post Post(DemoPost told, Rendering text, int answers) =>
        Domain.Feeds.Post.TakenOver(
            _ids.Post(told.Id),
            SpaceOf(told),
            _people.People[told.Author].Id,
            told.Kind,
            told.Title,
            text.Body,
            told.At,
            comments: answers,
            pinned: told.Pinned,
            accepted: told.AcceptedComment is { } accepted ? _ids.Comment(accepted) : null
        );

    private Comment Comment(DemoScript script, DemoComment told, Rendering text) =>
        Domain.Feeds.Comment.TakenOver(
            _ids.Comment(told.Id),
            _ids.Post(told.Post),
            SpaceOf(script.Posts[told.Post - 1]),
            told.Parent is { } parent ? _ids.Comment(parent) : null,
            _people.People[told.Author].Id,
            text.Body,
            told.At
        );

    private IEnumerable<PostTopic> Named(DemoPost told, Rendering text) =>
        told
            .Topics.Select(Shared.Text.Topics.Canonical)
            .Concat(text.Topics)
            .Distinct()
            .Select(topic => new PostTopic(_ids.Post(told.Id), SpaceOf(told), topic));

    private IEnumerable<PollOption> Offered(DemoPost told) =>
        told.Options.Select((text, order) => new PollOption(_ids.Option(told.Id, order), _ids.Post(told.Id), SpaceOf(told), order, text));

    [GeneratedRegex(@"\]\(person:([a-z]+)\)")]
    private static partial Regex MentionKey();

    private sealed record Rendering(PostBody Body, IReadOnlyList<string> Topics);
}
