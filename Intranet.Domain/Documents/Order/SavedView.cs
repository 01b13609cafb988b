using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Order;

/// <summary>A way of looking at the documents of a space that somebody wants to come back to: what is left out, in what order, with which columns.</summary>
public sealed class SavedView
{
    public const int NameLimit = 40;
    public const int WishLimit = 1000;

    /// <summary>For all in one space; and for oneself as many again.</summary>
    public const int Most = 20;

    private SavedView() { }

    internal SavedView(Guid id, Guid spaceId, Guid madeById, bool shared, string name, string wish, string clientKey, DateTimeOffset at)
    {
        (Id, SpaceId, MadeById, Shared, ClientKey, At) = (id, spaceId, madeById, shared, clientKey, at);
        Name = OneLine.Of(name) is { Length: > 0 and <= NameLimit } line
            ? line
            : throw new Refusal($"A view needs a name of at most {NameLimit} characters.");
        Wish = wish.Length <= WishLimit ? wish : throw new Refusal("This is too much for one view. Leave out less.");
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid MadeById { get; private set; }

    /// <summary>Whether everybody in the space has it; otherwise only who made it.</summary>
    public bool Shared { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>What stands in the address when one looks like this, the folder included.</summary>
    public string Wish { get; private set; } = "";

    /// <summary>Unique per maker, so that a retry saves no second one.</summary>
    public string ClientKey { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
