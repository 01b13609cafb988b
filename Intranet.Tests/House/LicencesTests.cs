using Intranet.Tests.Architecture;

namespace Intranet.Tests.House;

public sealed class LicencesTests
{
    private const string List = ".dev/licences.txt";

    /// <summary>Free to use, change and pass on, without asking the same of this product.</summary>
    private static readonly string[] Free = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL OR Apache-2.0"];

    [Fact]
    public void Every_package_stands_in_the_list_with_its_licence()
    {
        var listed = Lines().Select(line => (line.Name, line.Licence)).ToHashSet();

        var unlisted = Package.All().Where(package => !listed.Contains((package.Name, package.Licence)));

        Says.Nothing(
            unlisted.Select(package => $"{package.Name} | {package.Licence}"),
            $"New packages, or new licences: read them, then add these lines to {List}."
        );
    }

    [Fact]
    public void A_licence_that_is_not_plainly_free_has_a_reason()
    {
        var doubtful = Lines().Where(line => !Free.Contains(line.Licence) && line.Reason.Length == 0);

        Says.Nothing(
            doubtful.Select(line => $"{line.Name} | {line.Licence}"),
            $"Say in {List}, after a further |, why this licence may be used here."
        );
    }

    [Fact]
    public void What_the_scripts_are_built_with_stands_in_the_list_too()
    {
        var listed = Lines().Select(line => line.Name).ToHashSet();
        // Compiles ahead of time and is no part of what is passed on; it comes with the SDK's own licence.
        string[] tools = ["Microsoft.NETCore.App.Crossgen2.$(NETCoreSdkPortableRuntimeIdentifier)"];

        Says.Nothing(
            Package.Named(".dev/").Except(tools).Where(name => !listed.Contains(name)),
            $"Read their licences, then add them to {List}."
        );
    }

    [Fact]
    public void The_customers_packages_stand_in_the_project_files()
    {
        string[] asked = ["MudBlazor", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.AspNetCore.SignalR", "Markdig", "bunit"];
        var named = Package.Named("Intranet.").ToList();

        Assert.Empty(asked.Except(named));
        Assert.Contains(named, name => name.StartsWith("xunit.v3", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_holds_no_package_that_is_gone()
    {
        var used = Package.All().Select(package => package.Name).ToHashSet();

        Says.Nothing(Lines().Select(line => line.Name).Where(name => !used.Contains(name)), $"These lines of {List} are no longer needed.");
    }

    private static IEnumerable<(string Name, string Licence, string Reason)> Lines() =>
        from line in File.ReadLines(Repository.PathOf(List))
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split('|', StringSplitOptions.TrimEntries)
        select (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
}
