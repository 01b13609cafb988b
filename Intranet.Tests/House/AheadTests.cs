using System.Reflection.PortableExecutable;
using Intranet.Tests.Architecture;

namespace Intranet.Tests.House;

public sealed class AheadTests
{
    [Fact]
    public void What_every_start_runs_is_compiled_when_it_is_built()
    {
        var build = Repository.BuildOf("Intranet.App");
        var compiled = Compiled().Select(Path.GetFileName).ToList();
        Assert.SkipWhen(compiled.Count == 0, "The SDK's compiler for this machine could not be had.");

        Assert.Contains("Microsoft.EntityFrameworkCore.dll", compiled);
        Says.Nothing(
            compiled.Where(file => !IsCompiled(Path.Combine(build, file!))),
            "These were compiled, and the output folder has the files of their packages all the same: Ahead.targets misses a target of the SDK."
        );
    }

    /// <summary>Whether it carries code of one kind of machine besides the code that every machine can compile.</summary>
    internal static bool IsCompiled(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        return reader.PEHeaders.CorHeader?.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static IEnumerable<string> Compiled()
    {
        var folder = Repository.PathOf("Intranet.App", "obj", "ahead");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.dll", SearchOption.AllDirectories) : [];
    }
}
