using Intranet.Domain.Access;

namespace Intranet.Domain.Adoption;

/// <summary>Where acts were recorded: here (number 0, no row) or in another tool whose usage was imported.</summary>
public sealed class Source
{
    public const int NameLimit = 60;
    public const int Here = 0;
    public const string HereName = "here";

    /// <summary>Content taken over from elsewhere that is nobody's history here: its acts stand in the ledger and in no figure of what happens here, only in those asked for by its own name.</summary>
    public const int TakenOver = -1;

    private Source() { }

    public Source(int id, string name)
    {
        if (name.Length is 0 or > NameLimit || name == HereName || name != name.Trim() || name.Any(char.IsControl))
            throw new Refusal(
                $"A source's name has 1 to {NameLimit} characters, no space around them, no control characters, and is not \"{HereName}\"."
            );
        (Id, Name) = (id, name);
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
}
