using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Order;

/// <summary>A word by which documents are kept together, whatever folder they lie in.</summary>
/// <param name="Key">By this it is the same tag, whatever the case.</param>
public readonly record struct Tag(string Key, string Name)
{
    public const int Limit = 40;

    /// <summary>On one document or folder.</summary>
    public const int Most = 20;

    /// <summary>A comma stands between tags, so none stands in one.</summary>
    public static Tag Of(string text)
    {
        var name = OneLine.Of(text.Replace(',', ' ')).TrimStart('#').Trim();
        if (name.Length == 0)
            throw new Refusal("A tag needs a word.");
        if (name.Length > Limit)
            throw new Refusal($"A tag has at most {Limit} characters.");
        return new Tag(Node.KeyOf(name), name);
    }

    public static IReadOnlyList<Tag> All(IEnumerable<string> texts)
    {
        Tag[] tags = [.. texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(Of).DistinctBy(t => t.Key)];
        return tags.Length <= Most ? tags : throw new Refusal($"A document carries at most {Most} tags.");
    }
}
