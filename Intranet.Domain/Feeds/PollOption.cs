using Intranet.Domain.Access;

namespace Intranet.Domain.Feeds;

/// <summary>One answer a poll offers.</summary>
public sealed class PollOption(Guid id, Guid postId, Guid spaceId, int order, string text)
{
    public const int TextLimit = 120;
    public const int MostOptions = 10;

    public Guid Id { get; private set; } = id;
    public Guid PostId { get; private set; } = postId;
    public Guid SpaceId { get; private set; } = spaceId;
    public int Order { get; private set; } = order;
    public string Text { get; private set; } = text;

    /// <summary>The options as they will stand: trimmed, without empty ones, two to ten, all different.</summary>
    public static IReadOnlyList<string> Within(IEnumerable<string> options)
    {
        string[] texts = [.. options.Select(o => o.Trim()).Where(o => o.Length > 0)];
        if (texts.Length is < 2 or > MostOptions)
            throw new Refusal($"A poll has between two and {MostOptions} options.");
        if (texts.Distinct(StringComparer.CurrentCultureIgnoreCase).Count() < texts.Length)
            throw new Refusal("Two options of this poll are the same.");
        return texts.All(t => t.Length <= TextLimit) ? texts : throw new Refusal($"An option has at most {TextLimit} characters.");
    }
}
