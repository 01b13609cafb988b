using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Order;

/// <summary>Something a space wants to know of each of its documents. Its values hang on its id, so that another name keeps them.</summary>
public sealed class Column
{
    public const int NameLimit = 40;

    /// <summary>In one space.</summary>
    public const int Most = 8;

    /// <summary>Values one can choose from.</summary>
    public const int MostChoices = 50;

    private Column() { }

    internal Column(Guid id, Guid spaceId, ColumnKind kind, string name, IReadOnlyList<string> choices, DateTimeOffset at)
    {
        (Id, SpaceId, Kind, MadeAt) = (id, spaceId, kind, at);
        Become(name, choices);
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public ColumnKind Kind { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The values of a choice in their order, a line each.</summary>
    public string ChoiceLines { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>A removed column keeps its values, so that it can come back.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public IReadOnlyList<string> Choices => ChoiceLines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What stands in it as it is sorted: choices in the order of their list, what is on it no more after them.</summary>
    public string KeyOf(string text)
    {
        var at = Kind == ColumnKind.Choice ? Choices.TakeWhile(c => c != text).Count() : 0;
        return Kind == ColumnKind.Choice ? $"{at:00}{Node.KeyOf(text)}" : Node.KeyOf(text);
    }

    internal void Become(string name, IReadOnlyList<string> choices)
    {
        Name = Line(name, "A column needs a name.");
        string[] lines = Kind == ColumnKind.Choice ? [.. choices.Select(c => Line(c, "A value needs a word.")).DistinctBy(Node.KeyOf)] : [];
        if (Kind == ColumnKind.Choice && lines.Length == 0)
            throw new Refusal("Give the column at least one value to choose.");
        if (lines.Length > MostChoices)
            throw new Refusal($"A column has at most {MostChoices} values to choose from.");
        ChoiceLines = string.Join('\n', lines);
    }

    internal void Remove(DateTimeOffset at) => RemovedAt = at;

    internal void Restore() => RemovedAt = null;

    private static string Line(string text, string none)
    {
        var line = OneLine.Of(text);
        if (line.Length == 0)
            throw new Refusal(none);
        return line.Length <= NameLimit ? line : throw new Refusal($"A name or value has at most {NameLimit} characters.");
    }
}
