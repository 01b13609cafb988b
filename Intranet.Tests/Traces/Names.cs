namespace Intranet.Tests.Traces;

/// <summary>By what a hidden room and all that is in it could be asked for. The same shape with ids nobody ever gave stands for a room that does not exist.</summary>
internal sealed record Names(
    string Word,
    Guid Room,
    string LinkKey,
    Guid Guest,
    string GuestPicture,
    Guid Post,
    Guid Comment,
    Guid Picture,
    Guid Document,
    Guid Upload,
    Guid Option,
    Guid Invitation,
    string InvitationSecret
)
{
    public static Names OfNothing() =>
        new(
            "quibbleton",
            Guid.CreateVersion7(),
            Guid.NewGuid().ToString("N"),
            Guid.CreateVersion7(),
            "0123456789abcdef",
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Guid.NewGuid().ToString("N") + "01234567"
        );

    /// <summary>The ids of everything that is not to be named anywhere.</summary>
    public IEnumerable<Guid> Ids => [Room, Guest, Post, Comment, Picture, Document, Upload, Option, Invitation];
}
