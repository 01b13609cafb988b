namespace Intranet.Tests.Documents.Matrix;

/// <summary>By what the documents behind the doors are asked for. The same shape with ids nobody ever gave stands for documents that do not exist.</summary>
/// <param name="Said">A word that stands in the text of the paper, and nowhere else.</param>
internal sealed record Behind(
    Guid Room,
    string RoomName,
    string Said,
    Guid Folder,
    Guid Paper,
    Guid Picture,
    Guid Print,
    Guid Tune,
    Guid Archive,
    Guid Removed,
    Guid Approval,
    Guid Remark
)
{
    /// <summary>Part of every name in the room.</summary>
    public const string Name = "zephyrine";

    public static Behind Nothing() =>
        new(
            Guid.CreateVersion7(),
            "Nowhere",
            "quibbleton",
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7()
        );

    /// <summary>The answer without the names it was asked by, so that answers about different things can be compared.</summary>
    public string Nameless(string answer)
    {
        foreach (var id in new[] { Room, Folder, Paper, Picture, Print, Tune, Archive, Removed, Approval, Remark })
            answer = answer.Replace($"{id:D}", "ID").Replace($"{id:N}", "ID");
        return answer.Replace(RoomName, "ROOM").Replace(Said, "SAID");
    }
}
