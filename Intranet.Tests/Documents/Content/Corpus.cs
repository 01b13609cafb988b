using Intranet.Tests.House;

namespace Intranet.Tests.Documents.Content;

/// <summary>Documents other projects test with, where they stand beside the repository.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "..", "shared", "data", "documents");

    /// <summary>The files that are there, by their path from the folder.</summary>
    public static IReadOnlyList<string> Files { get; } =
        Directory.Exists(Folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(Folder, file))
                    .Where(file => file.Contains('/')),
            ]
            : [];

    public static string PathOf(string file) => Path.Combine(Folder, file);
}
