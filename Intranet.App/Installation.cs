using Intranet.App.Shared.Blobs.Buckets;
using Intranet.Domain.Access;

namespace Intranet.App;

/// <summary>Where this intranet lives: its data folder, its database, and how it is reached.</summary>
public sealed record Installation(
    string Folder,
    string? Postgres = null,
    string? Redis = null,
    BucketSettings? Bucket = null,
    string? Clamd = null
)
{
    public string SqliteFile => Path.Combine(Folder, "intranet.db");
    public string Keys => Path.Combine(Folder, "keys");
    public string Blobs => Path.Combine(Folder, "blobs");

    /// <summary>Where contents grow until they are whole; beside those that are, so that they are moved and not copied.</summary>
    public string Landing => Path.Combine(Blobs, "arriving");

    /// <summary>What lies in a bucket and is in use here.</summary>
    public string Copies => Path.Combine(Blobs, "copies");

    /// <summary>What a virus was found in, for whoever runs the intranet.</summary>
    public string Quarantine => Path.Combine(Folder, "quarantine");
    public string Previews => Path.Combine(Folder, "previews");

    /// <summary>Makes the folders, for the owner's eyes only.</summary>
    public Installation Prepare()
    {
        if (File.Exists(Folder))
            throw new Refusal($"{Folder} is a file. The data folder must be a folder.");
        foreach (var folder in new[] { Folder, Keys, Blobs })
            Make(folder);
        return this;
    }

    /// <summary>A folder that only its owner may enter.</summary>
    internal static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
