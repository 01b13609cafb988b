using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds;

/// <summary>A post while it is being written.</summary>
public sealed class Writing
{
    public PostKind Kind { get; set; }
    public string? Title { get; set; }
    public string Text { get; set; } = "";
    public Guid? SpaceId { get; set; }
    public List<string> Options { get; private set; } = ["", ""];

    /// <summary>As the field gives it: local date and time of the person, without a zone.</summary>
    public DateTime? Ends { get; set; }
    public List<MentionChoice> Praised { get; } = [];

    /// <summary>Goes with the text from the first key to the stored post, so that it is published once.</summary>
    public string ClientKey { get; private set; } = NewKey();

    public bool Empty => Praised.Count == 0 && Options.Concat([Text, Title]).All(string.IsNullOrWhiteSpace);

    /// <param name="praised">Whom the draft names, as far as the author still sees them.</param>
    public static Writing From(Draft? draft, Guid? spaceId, TimeZoneInfo zone, IReadOnlyList<MentionChoice> praised)
    {
        var writing = new Writing { SpaceId = spaceId };
        if (draft is null)
            return writing;
        (writing.Kind, writing.Title, writing.Text) = (draft.Kind, draft.Title, draft.Markdown);
        writing.SpaceId = spaceId ?? draft.SpaceId;
        if (draft.Options is { Length: > 0 } options)
            writing.Options = [.. options.Split('\n')];
        if (draft.ClientKey.Length > 0)
            writing.ClientKey = draft.ClientKey;
        writing.Ends = draft.PollEnds is { } ends ? TimeZoneInfo.ConvertTime(ends, zone).DateTime : null;
        writing.Praised.AddRange(praised);
        return writing;
    }

    public void Into(Draft draft, TimeZoneInfo zone)
    {
        (draft.Kind, draft.Title, draft.Markdown, draft.SpaceId, draft.ClientKey) = (Kind, Title, Text, SpaceId, ClientKey);
        var poll = Kind == PostKind.Poll;
        draft.Options = poll ? string.Join('\n', Options) : null;
        draft.PollEnds = poll && Ends is { } ends ? At(ends, zone) : null;
        draft.People = Kind == PostKind.Praise && Praised.Count > 0 ? string.Join(' ', Praised.Select(p => p.Id)) : null;
    }

    public NewPost Finish(TimeZoneInfo zone) =>
        new(SpaceId ?? default, Kind, Title, Text, ClientKey)
        {
            Options = Options,
            PollEnds = Kind == PostKind.Poll && Ends is { } ends ? At(ends, zone) : null,
            Praised = [.. Praised.Select(p => p.Id)],
        };

    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        var at = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(at, zone.GetUtcOffset(at)).ToUniversalTime();
    }

    private static string NewKey() => $"{Guid.CreateVersion7():N}";
}
