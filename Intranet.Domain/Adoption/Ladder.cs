namespace Intranet.Domain.Adoption;

/// <summary>How far a person has come in a span of time; each stands on the highest rung reached.</summary>
public enum Rung
{
    Provisioned = 0,
    Activated = 1,
    Reader = 2,
    Reactor = 3,
    Responder = 4,
    Author = 5,
    Connector = 6,
}

/// <summary>What one person did in a span of time, by web or mail alike.</summary>
/// <param name="EverActed">Signed in, or acted by mail, at any time up to the end of the span.</param>
/// <param name="Reads">Items open for at least 2 seconds, and clicked mail links; mail pictures count for nothing.</param>
/// <param name="Responses">Replies, answers and acknowledgements.</param>
/// <param name="Authored">Posts, wiki edits and uploads.</param>
/// <param name="TwoWayTiesOutside">Two-way ties with people outside the own team.</param>
public readonly record struct Deeds(bool EverActed, int Reads, int Reactions, int Responses, int Authored, int TwoWayTiesOutside);

/// <summary>The ladder of adoption: Provisioned, Activated, Reader, Reactor, Responder, Author, Connector. Ours; it ranks what other products call "active".</summary>
public static class Ladder
{
    public static Rung Of(Deeds deeds) =>
        deeds switch
        {
            { TwoWayTiesOutside: > 0 } => Rung.Connector,
            { Authored: > 0 } => Rung.Author,
            { Responses: > 0 } => Rung.Responder,
            { Reactions: > 0 } => Rung.Reactor,
            { Reads: > 0 } => Rung.Reader,
            { EverActed: true } => Rung.Activated,
            _ => Rung.Provisioned,
        };
}
