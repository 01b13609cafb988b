namespace Intranet.App.Live;

/// <summary>What one can listen to: a space, a person, or the whole ledger.</summary>
public readonly record struct Subject(Subject.Of Kind, Guid Id)
{
    public enum Of
    {
        Everything,
        Space,
        Person,
        News,
    }

    public static Subject Everything => new(Of.Everything, default);

    public static Subject Space(Guid id) => new(Of.Space, id);

    public static Subject Person(Guid id) => new(Of.Person, id);

    /// <summary>What is new for a person; nudged when notifications were written.</summary>
    public static Subject News(Guid personId) => new(Of.News, personId);
}
