namespace Intranet.Bench;

/// <summary>A folder that is gone when the measurement is over, and where the product was built.</summary>
internal sealed class Folder : IDisposable
{
    public Folder() => Path = Directory.CreateTempSubdirectory("intranet-bench-").FullName;

    public string Path { get; }

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The product as built beside this program, in the same configuration.</summary>
    public static string BuiltApp
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            var file = System.IO.Path.Combine(Root, "Intranet.App", "bin", configuration, "net10.0", "Intranet.App.dll");
            return File.Exists(file) ? file : throw new FileNotFoundException("The product is not built.", file);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Intranet.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("Run this inside the repository.");
    }
}
