namespace Intranet.App.Documents.Dav;

/// <summary>Ends a request with this status. Unlike a broken rule it is something programs are told by number.</summary>
/// <param name="condition">The element by which RFC 4918 names what was not met.</param>
internal sealed class DavAnswer(int status, string sentence = "", string? condition = null) : Exception(sentence)
{
    public int Status { get; } = status;
    public string? Condition { get; } = condition;

    public static DavAnswer NotFound => new(StatusCodes.Status404NotFound, "There is nothing of this name here.");

    /// <summary>Also said of spaces that are hidden: they are not there.</summary>
    public static DavAnswer NoFolder => new(StatusCodes.Status409Conflict, "The folder this would lie in is not there.");

    public static DavAnswer Locked =>
        new(StatusCodes.Status423Locked, "Somebody has checked this out, or another program has locked it.", "lock-token-submitted");

    public static DavAnswer Unmet => new(StatusCodes.Status412PreconditionFailed, "It is not as you said it would be.");

    public static DavAnswer Unreadable => new(StatusCodes.Status400BadRequest, "This request cannot be read.");

    public static DavAnswer Shelf => new(StatusCodes.Status403Forbidden, "Spaces are made and arranged in the browser, not here.");
}
