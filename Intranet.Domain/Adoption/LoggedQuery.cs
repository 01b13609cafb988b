namespace Intranet.Domain.Adoption;

/// <summary>That somebody asked for adoption figures: who, when, and for which; never what the answer was.</summary>
public sealed class LoggedQuery
{
    public const int ScopeLimit = 120;
    public const int WindowLimit = 80;

    /// <summary>Months after which it is forgotten, like the counters of single persons.</summary>
    public const int MonthsKept = 13;

    private LoggedQuery() { }

    public LoggedQuery(Guid id, Guid? personId, Asked asked, DateTimeOffset at)
    {
        (Id, PersonId, At) = (id, personId, at);
        (Source, TeamId, Scope, Window) = (asked.Source, asked.TeamId, asked.Scope, asked.Window);
    }

    public Guid Id { get; private set; }

    /// <summary>Null for the operator at the console.</summary>
    public Guid? PersonId { get; private set; }
    public string Source { get; private set; } = "";
    public Guid? TeamId { get; private set; }

    /// <summary>The team's name at that time, or how the whole was cut.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>Which stretch of time, in words.</summary>
    public string Window { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>What was asked for: the source, the team or cut, the stretch of time.</summary>
public sealed record Asked(string Source, Guid? TeamId, string Scope, string Window);
