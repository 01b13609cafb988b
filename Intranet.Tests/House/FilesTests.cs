using System.Text.RegularExpressions;
using Intranet.Tests.Architecture;

namespace Intranet.Tests.House;

public sealed partial class FilesTests
{
    /// <summary>Files that may be longer than the rest, each with the reason.</summary>
    private static readonly Dictionary<string, string> Long = new() { };

    [Fact]
    public void Files_are_short_enough_to_read_in_one_go()
    {
        var tooLong =
            from file in Repository.Files
            where !IsGivenToUs(file) && !Long.ContainsKey(file)
            let limit = Limit(file)
            where limit > 0
            let lines = Length(file)
            where lines > limit
            select $"{file}: {lines} lines, {limit} at most";

        Says.Nothing(tooLong, "A file this long holds two thoughts; give each its own.");
    }

    [Fact]
    public void No_reason_stands_for_a_file_that_is_short_or_gone() =>
        Says.Nothing(
            Long.Keys.Where(file => !Repository.Files.Contains(file) || Length(file) <= Limit(file)),
            "These exceptions in FilesTests.cs are no longer needed."
        );

    [Fact]
    public void The_top_of_the_repository_holds_the_house_and_nothing_else()
    {
        string[] rooms = ["Intranet.sln", "Intranet.App", "Intranet.Domain", "Intranet.Tests", "wwwroot-assets", "README.md"];
        string[] asked = ["Directory.Build.props", "Directory.Packages.props", "global.json"];
        string[] dotted =
        [
            ".ci",
            ".config",
            ".csharpierignore",
            ".csharpierrc.json",
            ".dev",
            ".editorconfig",
            ".gitattributes",
            ".gitignore",
        ];

        var others = Repository.Files.Select(file => file.Split('/')[0]).Except([.. rooms, .. asked, .. dotted]);

        Says.Nothing(others, "Scripts and records live in .dev; the top holds only what stands in the list of this test.");
    }

    [Fact]
    public void Only_rich_text_puts_the_ban_on_symbols_aside()
    {
        var aside =
            from file in Repository.Files
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            where Path.GetFileName(file) != "RichText.razor"
            from line in Numbered(file)
            where Disabled().IsMatch(line.Text)
            select $"{file}({line.Number}): {line.Text.Trim()}";

        Says.Nothing(aside, "A banned symbol stays banned outside RichText.razor.");
    }

    [Fact]
    public void No_file_knows_the_machine_it_was_written_on()
    {
        var knowing =
            from file in Repository.Files
            where !IsGivenToUs(file) && IsText(file)
            from line in Numbered(file)
            let found = MachinePath().Match(line.Text)
            where found.Success
            select $"{file}({line.Number}): {found.Value.Trim()}";

        Says.Nothing(knowing, "A path of one machine means nothing on another: use a path from the root, or a temporary folder.");
    }

    [Fact]
    public void Scripts_can_be_started()
    {
        var still = Repository
            .Files.Where(file => file.StartsWith(".dev/", StringComparison.Ordinal) || file.StartsWith(".ci/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(Repository.PathOf(file)).FirstOrDefault()?.StartsWith("#!", StringComparison.Ordinal) == true)
            .Where(file => !File.GetUnixFileMode(Repository.PathOf(file)).HasFlag(UnixFileMode.UserExecute));

        Says.Nothing(still, "A script without the right to run cannot be started by its name.");
    }

    /// <summary>The directives at the top of a component say what it is given; they are not counted.</summary>
    private static int Length(string file) =>
        File.ReadLines(Repository.PathOf(file))
            .SkipWhile(line => line.Length == 0 || (file.EndsWith(".razor", StringComparison.Ordinal) && Directive().IsMatch(line)))
            .Count();

    private static int Limit(string file) =>
        Path.GetExtension(file) switch
        {
            ".cs" or ".css" or ".js" => 200,
            ".razor" => 120,
            _ => 0,
        };

    /// <summary>Written by a tool or by others.</summary>
    private static bool IsGivenToUs(string file) =>
        file.Contains("/Migrations/", StringComparison.Ordinal)
        || file.Contains("/vendor/", StringComparison.Ordinal)
        || file.EndsWith(".min.js", StringComparison.Ordinal);

    private static bool IsText(string file)
    {
        Span<byte> start = stackalloc byte[4096];
        using var stream = File.OpenRead(Repository.PathOf(file));
        return !start[..stream.Read(start)].Contains((byte)0);
    }

    private static IEnumerable<(int Number, string Text)> Numbered(string file) =>
        File.ReadLines(Repository.PathOf(file)).Select((text, index) => (index + 1, text));

    [GeneratedRegex(@"^@(?:page|attribute|using|inject|implements|inherits|layout|rendermode|typeparam|namespace)\b")]
    private static partial Regex Directive();

    [GeneratedRegex(@"(?:disable|SuppressMessage|severity|NoWarn)\b.*RS\d*0030")]
    private static partial Regex Disabled();

    [GeneratedRegex(@"(?:^|[\s""'`=:(])(?:/(?:home|root|work|tmp|Users|mnt)/\w[^\s""'`)]*|[A-Z]:\\Users\\\S*)")]
    private static partial Regex MachinePath();
}
