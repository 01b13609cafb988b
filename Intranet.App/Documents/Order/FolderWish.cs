using Intranet.Domain.Documents;
using Microsoft.AspNetCore.WebUtilities;

namespace Intranet.App.Documents.Order;

/// <summary>What of a folder one wants to see, and in what order. It stands in the address, so that links and the way back lead to the same sight.</summary>
public sealed record FolderWish
{
    public const int TextLimit = 80;

    public static readonly FolderWish Plain = new();

    public FolderOrder By { get; init; }

    /// <summary>From the end: the latest, the largest, or Z first.</summary>
    public bool Down { get; init; }

    /// <summary>Each of them stands somewhere in the name.</summary>
    public string? Words { get; init; }
    public DocumentSort? Type { get; init; }

    /// <summary>Whether it leaves anything out.</summary>
    public bool Narrow => Words is not null || Type is not null;

    /// <summary>Everything again, in the same order.</summary>
    public FolderWish Wide => new() { By = By, Down = Down };

    /// <summary>Whether the place of a line can be told without asking the database.</summary>
    public bool Compares => By is not FolderOrder.Type;

    /// <summary>The words as names are compared.</summary>
    internal string[] Keys => [.. Node.KeyOf(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Sorted by this, and the other way round when it is already.</summary>
    public FolderWish Sorted(FolderOrder by) =>
        this with
        {
            By = by,
            Down = By == by ? !Down : by is FolderOrder.Changed or FolderOrder.Size,
        };

    /// <summary>As it stood in an address; what nobody here has written there means nothing.</summary>
    public static FolderWish Of(string? sort, string? words, string? type)
    {
        var down = sort?.StartsWith('-') == true;
        var text = words?.Trim() is { Length: > 0 } some ? some[..Math.Min(some.Length, TextLimit)] : null;
        return new FolderWish
        {
            By = Told<FolderOrder>(sort?.TrimStart('-')) ?? FolderOrder.Name,
            Down = down,
            Words = text,
            Type = Told<DocumentSort>(type),
        };
    }

    /// <summary>The address of a folder seen like this.</summary>
    public string At(Guid spaceId, Guid? folderId)
    {
        var sort = this is { By: FolderOrder.Name, Down: false } ? null : $"{(Down ? "-" : "")}{Lower(By)}";
        var asked = new Dictionary<string, string?>
        {
            ["folder"] = folderId?.ToString(),
            ["sort"] = sort,
            ["words"] = Words,
            ["type"] = Type is { } type ? Lower(type) : null,
        };
        return QueryHelpers.AddQueryString($"/spaces/{spaceId}/documents", asked.Where(a => a.Value is not null));
    }

    /// <summary>Where a line stands beside another; as the database sorts them.</summary>
    public int Compare(NodeRow one, NodeRow other)
    {
        if (one.Kind != other.Kind)
            return one.Kind.CompareTo(other.Kind);
        var first = By switch
        {
            FolderOrder.Changed => one.ChangedAt.CompareTo(other.ChangedAt),
            FolderOrder.Size => one.Size.CompareTo(other.Size),
            _ => string.CompareOrdinal(one.NameKey, other.NameKey),
        };
        if (first != 0)
            return Down ? -first : first;
        var name = string.CompareOrdinal(one.NameKey, other.NameKey);
        return name != 0 ? name : one.Id.CompareTo(other.Id);
    }

    private static T? Told<T>(string? word)
        where T : struct, Enum =>
        word is { Length: > 0 } && char.IsLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var told) ? told : null;

    private static string Lower<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
