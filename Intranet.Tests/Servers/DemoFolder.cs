namespace Intranet.Tests.Servers;

/// <summary>The demo company, told and loaded once in a run; whoever works in it gets a copy of the folder.</summary>
public static class DemoFolder
{
    private static readonly Lazy<Task<string>> Loaded = new(Load);

    public static async Task<string> Copy()
    {
        var loaded = await Loaded.Value;
        var copy = TestFolder.Create("demo");
        foreach (var folder in Directory.EnumerateDirectories(loaded, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(copy, Path.GetRelativePath(loaded, folder)), File.GetUnixFileMode(folder));
        foreach (var file in Directory.EnumerateFiles(loaded, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(copy, Path.GetRelativePath(loaded, file)));
        return copy;
    }

    private static async Task<string> Load()
    {
        var folder = TestFolder.Create("demo");
        var (exit, output) = await AppProcess.Run("demo", "--data", folder);
        Assert.True(exit == 0, output);
        return folder;
    }
}
