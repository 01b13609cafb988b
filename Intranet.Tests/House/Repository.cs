namespace Intranet.Tests.House;

/// <summary>Where the working copy stands that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder a project of the solution was built into, in the same configuration as the tests.</summary>
    public static string BuildOf(string project)
    {
        var output = Path.GetRelativePath(PathOf("Intranet.Tests"), AppContext.BaseDirectory);
        return PathOf(project, output);
    }

    /// <summary>Files under version control or about to be, as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Command
            .Read("git", "-C", Root, "ls-files", "--cached", "--others", "--exclude-standard")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(file => File.Exists(PathOf(file))),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intranet.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Intranet.sln.");
    }
}
