using System.Text.Json.Serialization;

namespace Intranet.App.Documents.Uploading;

/// <summary>A file that somebody wants to bring in.</summary>
/// <param name="Path">Folders below the chosen one, from the top; those that are missing are made.</param>
/// <param name="Key">Chosen by the client, one for each file; whoever comes again with it goes on where it broke off.</param>
public sealed record NewUpload(Guid Space, Guid? Folder, IReadOnlyList<string>? Path, string Name, long Size, string Key, SameName Same);

/// <summary>What to do when the folder has a document of this name already.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SameName>))]
public enum SameName
{
    /// <summary>Nothing is decided: say that there is one.</summary>
    Ask,
    NewVersion,
    KeepBoth,
}

/// <summary>How far an upload is; with a document when it is done.</summary>
/// <param name="Taken">What is called so already, where nobody has said what to do then; the upload waits for that.</param>
public sealed record UploadState(Guid Id, long Offset, long Size, Guid? Document = null, int? Number = null, string? Taken = null);

/// <summary>How an upload ends.</summary>
/// <param name="Sha256">In hex; whoever knows it has it compared.</param>
public sealed record UploadEnd(SameName Same, string? Sha256 = null, string? Note = null);
