using Intranet.Domain.Access;

namespace Intranet.Domain.People;

/// <summary>Somebody who works here, is let in as a guest, or once wrote what was imported.</summary>
public sealed class Person
{
    public const int NameLimit = 120;
    public const int EmailLimit = 254;
    public const int FieldLimit = 120;
    public const int ExternalIdLimit = 200;

    private Person() { }

    public Person(Guid id, string name, string email, PersonKind kind = PersonKind.Employee)
    {
        Id = id;
        Kind = kind;
        Rename(name);
        Email = Canonical(email);
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Lower-case and trimmed; unique.</summary>
    public string Email { get; private set; } = "";
    public PersonKind Kind { get; private set; }
    public Duties Duties { get; private set; }
    public Guid? TeamId { get; set; }
    public Guid? ManagerId { get; set; }
    public string? Title { get; set; }
    public string? Location { get; set; }
    public string? Pronouns { get; set; }

    /// <summary>IANA name; the organisation's when null.</summary>
    public string? TimeZone { get; set; }

    /// <summary>BCP 47 tag; the organisation's when null.</summary>
    public string? Language { get; set; }

    /// <summary>Blob key of the picture; drawn from the name when null.</summary>
    public string? AvatarKey { get; set; }

    public bool HidesPresence { get; set; }

    /// <summary>Since when the person counts as an employee of the present team; null for "as long as their source goes back". What was before is a <see cref="Placement"/>.</summary>
    public DateTimeOffset? Since { get; set; }
    public DateTimeOffset? DeactivatedAt { get; private set; }

    /// <summary>Wrote something that was imported, and has not claimed it yet.</summary>
    public bool Placeholder { get; private set; }

    /// <summary>Who this was in imported sources, as "source:id", one a line.</summary>
    public string? ExternalId { get; set; }

    public IReadOnlyList<string> ExternalIds => ExternalId?.Split('\n') ?? [];

    public bool Active => DeactivatedAt is null;

    public static Person StandIn(Guid id, string name, string email) => new(id, name, email) { Placeholder = true };

    public static string ExternalIdOf(string source, string id) => $"{source}:{id}";

    public void Rename(string name)
    {
        name = OneLine.Of(name);
        if (name.Length == 0)
            throw new Refusal("A person needs a name.");
        Name = name.Length <= NameLimit ? name : throw new Refusal($"A name has at most {NameLimit} characters.");
    }

    public void ChangeEmail(string email) => Email = Canonical(email);

    public void Claim(string email)
    {
        Email = Canonical(email);
        Placeholder = false;
    }

    /// <summary>Takes the names over under which the stand-in was known, so that another import finds this person.</summary>
    public void WasAlso(Person standIn)
    {
        var names = string.Join('\n', ExternalIds.Concat(standIn.ExternalIds).Distinct());
        if (names.Length > ExternalIdLimit)
            throw new Refusal($"{Name} has claimed too many authors already.");
        ExternalId = names.Length == 0 ? null : names;
    }

    public void Become(PersonKind kind) => Kind = kind;

    public void TakeOn(Duties duties) => Duties = duties;

    public void Deactivate(DateTimeOffset at) => DeactivatedAt ??= at;

    public void Reactivate() => DeactivatedAt = null;

    /// <summary>The one spelling of an address that is compared and stored.</summary>
    public static string Canonical(string? email)
    {
        var address = (email ?? "").Trim().ToLowerInvariant();
        var at = address.LastIndexOf('@');
        var fits =
            at > 0
            && at < address.Length - 1
            && address.Length <= EmailLimit
            && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '<' or '>' or '(' or ')' or ',' or ';');
        return fits && address.IndexOf('@') == at ? address : throw new Refusal("That does not look like an email address.");
    }
}
