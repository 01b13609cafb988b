using Intranet.Tests.House;

namespace Intranet.Tests.Servers;

/// <summary>Brings the programs the tests drive onto the machine, or says in one sentence what is missing and how to get it.</summary>
public static class DebianPackages
{
    /// <summary>The browser without the parts that would draw it on a screen, which costs half as much.</summary>
    public const string Chromium = "chromium-headless-shell";
    public const string PostgreSql = "postgresql";
    public const string Redis = "redis-server";
    public const string Litmus = "litmus";
    public const string Cadaver = "cadaver";
    public const string Node = "nodejs";
    public const string Npm = "npm";
    public const string Clamd = "clamav-daemon";
    public const string Davfs2 = "davfs2";
    public const string Poppler = "poppler-utils";
    public const string Fonts = "fonts-dejavu-core";

    private const string WholeChromium = "chromium";

    private static readonly Lazy<string?> Installation = new(InstallMissing);

    /// <summary>Throws when one of the packages is neither there nor could be installed.</summary>
    public static void Require(params string[] packages)
    {
        if (packages.All(IsPresent))
            return;
        var trouble = Installation.Value;
        var missing = packages.Where(package => !IsPresent(package)).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException(trouble ?? Sentence(missing));
    }

    public static bool IsPresent(string package) =>
        package switch
        {
            Chromium => Browser is not null,
            PostgreSql => PostgresFolder is not null,
            Litmus or Cadaver => OnPath(package) is not null,
            Redis => OnPath("redis-server") is not null,
            Node => OnPath("node") is not null,
            Npm => OnPath(package) is not null,
            Clamd => OnPath("clamd") is not null,
            Davfs2 => OnPath("mount.davfs") is not null,
            Poppler => OnPath("pdftoppm") is not null,
            Fonts => File.Exists("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
            _ => throw new ArgumentException($"The tests do not know how to look for the package {package}.", nameof(package)),
        };

    /// <summary>The browser to drive: the headless build, or on systems that have none the whole one.</summary>
    public static string? Browser => OnPath(Chromium) ?? OnPath(WholeChromium);

    /// <summary>The folder of the newest PostgreSQL server's programs; Debian keeps them off the path.</summary>
    public static string? PostgresFolder =>
        new[] { "/usr/lib/postgresql" }
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    public static string? OnPath(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/bin:/usr/sbin"
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    public static string Sentence(IReadOnlyCollection<string> missing)
    {
        var names = string.Join(" ", missing);
        return $"These tests need {string.Join(", ", missing)}, which this machine lacks; "
            + $"on Debian install with: sudo apt-get update && sudo apt-get install --no-install-recommends {names}";
    }

    private static string? InstallMissing()
    {
        // Two test runs that start together on a bare machine must not fight for the package manager.
        using var turn = FileLock.Take(Path.Combine(Path.GetTempPath(), "intranet-tests-packages.lock"), TimeSpan.FromMinutes(15));
        string[] all = [Chromium, PostgreSql, Redis, Litmus, Cadaver, Node, Npm, Clamd, Davfs2, Poppler, Fonts];
        var missing = all.Where(package => !IsPresent(package)).ToList();
        if (missing.Count == 0)
            return null;
        if (!Environment.IsPrivilegedProcess || OnPath("apt-get") is not { } aptGet)
            return Sentence(missing);
        var quiet = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
        var (updated, said) = Command.Run(aptGet, ["update", "-q"], quiet);
        if (missing.Contains(Chromium) && Command.Run("apt-cache", ["show", Chromium]).Exit != 0)
            missing[missing.IndexOf(Chromium)] = WholeChromium;
        var (installed, saidThen) = Command.Run(aptGet, ["install", "-yq", "--no-install-recommends", .. missing], quiet);
        return installed == 0
            ? null
            : $"{Sentence(missing)} (tried as root: update ended with {updated}, install with {installed}: {LastLines(said + saidThen)})";
    }

    private static string LastLines(string text) => string.Join(" | ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(6));
}
