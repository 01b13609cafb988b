namespace Intranet.Domain.Adoption;

/// <summary>A way of taking part in conversation, after SWOOP's published descriptions.</summary>
public enum Persona
{
    Observer = 0,
    Broadcaster = 1,
    Responder = 2,
    Catalyst = 3,
    Engager = 4,
}

/// <summary>Personas by open thresholds of our own, since SWOOP publishes none. A persona is shown to the person alone.</summary>
public static class Personas
{
    /// <summary>How far responses and contributions may differ before one outweighs the other.</summary>
    public const double Balance = 0.2;

    /// <summary>
    /// C = posts + replies + reactions, R = received, rho = (R - C) / (R + C). Observer below one contribution in 14 days (2 in 28, 6 in 84);
    /// else Catalyst where rho > 0.2, Engager where |rho| is at most 0.2, else Broadcaster where posts outnumber replies, else Responder.
    /// </summary>
    /// <param name="received">Replies and reactions on the person's items.</param>
    /// <param name="days">Length of the window.</param>
    public static Persona Of(int posts, int replies, int reactions, int received, int days)
    {
        var contributions = posts + replies + reactions;
        var rho = (double)(received - contributions) / Math.Max(1, received + contributions);
        return contributions < Math.Max(1, days / 14) ? Persona.Observer
            : rho > Balance ? Persona.Catalyst
            : rho >= -Balance ? Persona.Engager
            : posts > replies ? Persona.Broadcaster
            : Persona.Responder;
    }
}
