using Intranet.Domain.Activity;

namespace Intranet.App.Data;

/// <summary>Through whose eyes a read is made, and by which way an act arrives. Rights are looked up in the database at every read, so a change of rights needs no new sign-in.</summary>
/// <param name="Link">The unguessable part of an unlisted space's link the viewer came by: with it they may know of that space.</param>
public readonly record struct Viewer(Guid? PersonId, Channel Channel = Channel.Web, string? Link = null)
{
    /// <summary>Sees no content: background work, sign-in, first start.</summary>
    public static Viewer Nobody => default;
}
