using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Wiki;

namespace Intranet.App.Documents.Wiki;

/// <summary>A page somebody wants to begin.</summary>
/// <param name="Template">One of the built-in ones, or the id of a page of the space that is marked as a template.</param>
public sealed record NewPage(Guid SpaceId, Guid? Folder, string Title, string Template, string ClientKey);

/// <summary>A page as it is opened to be written in.</summary>
/// <param name="Draft">What one has written and not saved, if anything.</param>
public sealed record OpenPage(Node Node, string Text, PageDraft? Draft)
{
    /// <summary>The version the text to go on with was begun from.</summary>
    public int Number => Draft?.Number ?? Node.Number;
}

/// <summary>A text to be saved.</summary>
/// <param name="From">The version it was begun from.</param>
public sealed record PageChange(Guid NodeId, int From, string Text, string? Note, string ClientKey);

/// <summary>What became of a text.</summary>
/// <param name="Number">The newest version, which is the saved one unless there is a clash.</param>
public sealed record PageSaved(int Number)
{
    /// <summary>Whether somebody else's version is in it too.</summary>
    public bool Merged { get; init; }

    /// <summary>Where both changed the same lines: nothing was saved yet.</summary>
    public LineMerge? Clash { get; init; }
}

/// <summary>Who is to look after a page, and what else is said about it.</summary>
public sealed record CareWish(Guid? OwnerId, DateOnly? ReviewBy, bool IsTemplate);
