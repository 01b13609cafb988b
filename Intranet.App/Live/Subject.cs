namespace Intranet.App.Live;

/// <summary>What one can listen to: a space, a person, the whole ledger, or what is made from it.</summary>
public readonly record struct Subject(Subject.Of Kind, Guid Id)
{
    public enum Of
    {
        Everything,
        Space,
        Person,
        News,
        Figures,
    }

    public static Subject Everything => new(Of.Everything, default);

    public static Subject Space(Guid id) => new(Of.Space, id);

    public static Subject Person(Guid id) => new(Of.Person, id);

    /// <summary>What is new for a person; nudged when notifications were written.</summary>
    public static Subject News(Guid personId) => new(Of.News, personId);

    /// <summary>The counters of adoption; nudged when acts were counted, which is a while after they were announced.</summary>
    public static Subject Figures => new(Of.Figures, default);
}
