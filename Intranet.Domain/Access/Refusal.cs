namespace Intranet.Domain.Access;

/// <summary>A rule was broken; the message is a sentence for the person who acted.</summary>
/// <param name="noRoom">It is for want of room, which programs are told by a number of its own.</param>
/// <param name="passing">It is because something is away that comes back: the same act may be tried again later.</param>
public sealed class Refusal(string sentence, bool noRoom = false, bool passing = false) : Exception(sentence)
{
    public bool NoRoom { get; } = noRoom;

    public bool Passing { get; } = passing;
}
