namespace Intranet.Domain.Adoption;

/// <summary>What one person did on one day of one source, by rung of the ladder. Counts only; no content, no space.</summary>
public sealed class PersonDay
{
    public int SourceId { get; private set; }

    /// <summary>Day number (days since 0001-01-01) in the organisation's time zone.</summary>
    public int Day { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>The team at that time; empty for none.</summary>
    public Guid TeamId { get; private set; }
    public int Acts { get; private set; }
    public int Opened { get; private set; }
    public int Reacted { get; private set; }
    public int Answered { get; private set; }
    public int Authored { get; private set; }
    public int ByMail { get; private set; }
}

/// <summary>The same, added up by ISO week, so that a year of a large organisation is read in one go.</summary>
public sealed class PersonWeek
{
    public int SourceId { get; private set; }

    /// <summary>Day number of the week's Monday.</summary>
    public int Week { get; private set; }
    public Guid TeamId { get; private set; }
    public Guid PersonId { get; private set; }
    public int Acts { get; private set; }
    public int Opened { get; private set; }
    public int Reacted { get; private set; }
    public int Answered { get; private set; }
    public int Authored { get; private set; }
    public int ByMail { get; private set; }
}

/// <summary>How often a team did what, by which channel, on one day.</summary>
public sealed class TeamDay
{
    public int SourceId { get; private set; }
    public int Day { get; private set; }
    public Guid TeamId { get; private set; }
    public int Verb { get; private set; }
    public int Channel { get; private set; }
    public int Acts { get; private set; }
}

/// <summary>How often what was done in a space on one day.</summary>
public sealed class SpaceDay
{
    public int SourceId { get; private set; }
    public int Day { get; private set; }
    public Guid SpaceId { get; private set; }
    public int Verb { get; private set; }
    public int Acts { get; private set; }
}

/// <summary>That a person was active in a space on one day, for counting distinct people.</summary>
public sealed class SpacePersonDay
{
    public int SourceId { get; private set; }
    public int Day { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid PersonId { get; private set; }
    public int Acts { get; private set; }
    public int Contributions { get; private set; }
}

/// <summary>How often one person answered, reacted to, named or wrote to another in one week.</summary>
public sealed class TieWeek
{
    public int SourceId { get; private set; }
    public int Week { get; private set; }
    public Guid FromId { get; private set; }
    public Guid ToId { get; private set; }
    public int Acts { get; private set; }
}

/// <summary>That a source recorded anything at all on a day; a day without a row is "no data", not "nobody".</summary>
public sealed class SourceDay
{
    public int SourceId { get; private set; }
    public int Day { get; private set; }
    public int Acts { get; private set; }
}
