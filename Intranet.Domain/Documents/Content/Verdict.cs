namespace Intranet.Domain.Documents.Content;

/// <summary>What is done with a file that somebody brings.</summary>
public enum Verdict
{
    /// <summary>Taken, and shown as what it is.</summary>
    Accepted,

    /// <summary>Taken, but served as bytes to be stored, never to be opened by the browser.</summary>
    Neutralised,

    /// <summary>Not taken.</summary>
    Refused,
}
