using Intranet.Domain.Documents;
using Microsoft.AspNetCore.WebUtilities;

namespace Intranet.App.Documents.Order;

/// <summary>What of a folder one wants to see, and in what order. It stands in the address, so that links and the way back lead to the same sight.</summary>
public sealed record FolderWish
{
    public const int TextLimit = 80;

    public static readonly FolderWish Plain = new();

    public FolderOrder By { get; init; }

    /// <summary>The column it is sorted by, if it is by one.</summary>
    public Guid? Column { get; init; }

    /// <summary>From the end: the latest, the largest, or Z first.</summary>
    public bool Down { get; init; }

    /// <summary>Each of them stands somewhere in the name.</summary>
    public string? Words { get; init; }
    public DocumentSort? Type { get; init; }
    public string? Tag { get; init; }

    /// <summary>What must stand in columns.</summary>
    public Cells Cells { get; init; } = Cells.None;

    /// <summary>Columns that are not shown.</summary>
    public Cells Hidden { get; init; } = Cells.None;

    /// <summary>All of the space at once, whatever folder it lies in.</summary>
    public bool Everywhere { get; init; }

    /// <summary>Whether it leaves anything out.</summary>
    public bool Narrow => Words is not null || Type is not null || Tag is not null || Cells.Any;

    /// <summary>Everything again, in the same order.</summary>
    public FolderWish Wide => this with { Words = null, Type = null, Tag = null, Cells = Cells.None, Everywhere = false };

    /// <summary>Whether the place of a line can be told without asking the database.</summary>
    public bool Compares => By is not (FolderOrder.Type or FolderOrder.Column);

    /// <summary>The words as names are compared.</summary>
    internal string[] Keys => [.. Node.KeyOf(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>How the order is written in an address; nothing for the usual one.</summary>
    public string? Sort =>
        this is { By: FolderOrder.Name, Down: false }
            ? null
            : $"{(Down ? "-" : "")}{(By == FolderOrder.Column ? $"{Column:N}" : Lower(By))}";

    /// <summary>Sorted by this, and the other way round when it is already.</summary>
    public FolderWish Sorted(FolderOrder by, Guid? column = null) =>
        this with
        {
            By = by,
            Column = column,
            Down = (By, Column) == (by, column) ? !Down : by is FolderOrder.Changed or FolderOrder.Size,
        };

    public FolderWish Sorted(string? sort)
    {
        var by = sort?.TrimStart('-');
        Guid? column = Guid.TryParseExact(by, "N", out var id) ? id : null;
        return this with
        {
            By = column is null
                ? Told<FolderOrder>(by) is { } told && told != FolderOrder.Column
                    ? told
                    : FolderOrder.Name
                : FolderOrder.Column,
            Column = column,
            Down = sort?.StartsWith('-') == true,
        };
    }

    /// <summary>As it stood in an address; what nobody here has written there means nothing.</summary>
    public static FolderWish Of(
        string? sort,
        string? words = null,
        string? type = null,
        string? tag = null,
        string? cells = null,
        string? hidden = null,
        bool everywhere = false
    ) =>
        new FolderWish
        {
            Words = Some(words),
            Type = Told<DocumentSort>(type),
            Tag = Some(tag),
            Cells = Cells.Of(cells),
            Hidden = Cells.Of(hidden),
            Everywhere = everywhere,
        }.Sorted(sort);

    /// <summary>The address of a folder seen like this.</summary>
    public string At(Guid spaceId, Guid? folderId)
    {
        var asked = new Dictionary<string, string?>
        {
            ["folder"] = Everywhere ? null : folderId?.ToString(),
            ["all"] = Everywhere ? "true" : null,
            ["sort"] = Sort,
            ["words"] = Words,
            ["type"] = Type is { } type ? Lower(type) : null,
            ["tag"] = Tag,
            ["cells"] = Cells.Any ? Cells.Text : null,
            ["hidden"] = Hidden.Any ? Hidden.Text : null,
        };
        return QueryHelpers.AddQueryString($"/spaces/{spaceId}/documents", asked.Where(a => a.Value is not null));
    }

    /// <summary>What stands behind the question mark of that address.</summary>
    public string Query(Guid spaceId, Guid? folderId) => At(spaceId, folderId).Split('?').ElementAtOrDefault(1) ?? "";

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

    private static string? Some(string? text) => text?.Trim() is { Length: > 0 } some ? some[..Math.Min(some.Length, TextLimit)] : null;

    private static T? Told<T>(string? word)
        where T : struct, Enum =>
        word is { Length: > 0 } && char.IsLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var told) ? told : null;

    private static string Lower<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
