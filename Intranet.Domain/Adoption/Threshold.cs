using Intranet.Domain.Access;

namespace Intranet.Domain.Adoption;

/// <summary>The works agreement that allows groups of fewer than ten people to be shown.</summary>
public sealed record WorksAgreement(string Reference, DateOnly Signed);

/// <summary>The smallest group whose figures are shown: ten people, or down to five by a recorded works agreement.</summary>
public sealed record Threshold
{
    public const int Usual = 10;
    public const int Floor = 5;

    /// <summary>Counts of fewer than this many people, or of all but fewer, are coded.</summary>
    public const int Few = 3;

    public static readonly Threshold Default = new(Usual);

    public Threshold(int people, WorksAgreement? agreement = null)
    {
        if (people < Floor)
            throw new Refusal($"A group of fewer than {Floor} people is never shown.");
        if (people < Usual && string.IsNullOrWhiteSpace(agreement?.Reference))
            throw new Refusal($"Groups of fewer than {Usual} people are shown only where a works agreement says so; record it first.");
        People = people;
        Agreement = agreement;
    }

    public int People { get; }

    public WorksAgreement? Agreement { get; }
}
