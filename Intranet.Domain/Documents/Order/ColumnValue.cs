using System.Globalization;
using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Order;

/// <summary>What stands in a column of one document or folder.</summary>
public sealed class ColumnValue
{
    public const int TextLimit = 200;
    private const string Day = "yyyy-MM-dd";

    private ColumnValue() { }

    internal ColumnValue(Node node, Column column) => (NodeId, ColumnId, SpaceId) = (node.Id, column.Id, node.SpaceId);

    public Guid NodeId { get; private set; }
    public Guid ColumnId { get; private set; }
    public Guid SpaceId { get; private set; }

    /// <summary>As it is shown; a date as year, month and day; of a person the name they had then.</summary>
    public string Text { get; private set; } = "";

    /// <summary>By this it is sorted; of a person the name they had then.</summary>
    public string Key { get; private set; } = "";
    public Guid? PersonId { get; private set; }

    internal void Say(Column column, string text) => (Text, Key, PersonId) = (text, column.KeyOf(text), null);

    internal void Name(Guid personId, string name) => (Text, Key, PersonId) = (name, Node.KeyOf(name), personId);

    /// <summary>On a copy in the same space.</summary>
    public ColumnValue Of(Node copy) =>
        new()
        {
            NodeId = copy.Id,
            ColumnId = ColumnId,
            SpaceId = SpaceId,
            Text = Text,
            Key = Key,
            PersonId = PersonId,
        };

    /// <summary>What somebody wrote, as it is kept in a column of that kind.</summary>
    internal static string Read(Column column, string text) =>
        column.Kind switch
        {
            ColumnKind.Text => text.Length <= TextLimit ? text : throw new Refusal($"{column.Name} has at most {TextLimit} characters."),
            ColumnKind.Choice => column.Choices.FirstOrDefault(c => Node.KeyOf(c) == Node.KeyOf(text))
                ?? throw new Refusal($"{column.Name} has no value “{text}”."),
            ColumnKind.Date => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? text
                : throw new Refusal($"{column.Name} is a date: year, month and day."),
            ColumnKind.Person => throw new Refusal($"{column.Name} is a person: choose one of the members."),
        };
}
