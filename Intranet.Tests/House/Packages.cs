using System.Text.Json;
using System.Xml.Linq;

namespace Intranet.Tests.House;

/// <summary>One package the product or its tests are built with, direct or not, and the licence it declares.</summary>
internal sealed record Package(string Name, string Licence)
{
    /// <summary>Every package of the solution, read from what the restore wrote down and from the packages themselves.</summary>
    public static IReadOnlyList<Package> All()
    {
        string[] projects = ["Intranet.App", "Intranet.Domain", "Intranet.Tests"];
        return
        [
            .. projects
                .SelectMany(Of)
                .DistinctBy(package => package.Name)
                .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The packages that the project files under this path ask for by name.</summary>
    public static IEnumerable<string> Named(string under) =>
        from file in Repository.Files
        where file.StartsWith(under, StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal)
        from element in XDocument.Load(Repository.PathOf(file)).Descendants()
        where element.Name.LocalName is "PackageReference" or "PackageDownload"
        let name = element.Attribute("Include")?.Value
        where name is not null
        select name;

    private static IEnumerable<Package> Of(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(project, "obj", "project.assets.json")));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package")
                continue;
            var path = library.Value.GetProperty("path").GetString()!;
            var folder = folders.Select(root => Path.Combine(root, path)).First(Directory.Exists);
            yield return new(library.Name.Split('/')[0], LicenceIn(Directory.GetFiles(folder, "*.nuspec").Single()));
        }
    }

    private static string LicenceIn(string nuspec)
    {
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
        var declared = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        return declared?.Attribute("type")?.Value switch
        {
            "expression" => declared.Value.Trim(),
            "file" => $"file {declared.Value.Trim()}",
            _ => Value("licenseUrl") is { } address ? $"see {address}" : "none",
        };
    }
}
