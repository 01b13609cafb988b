namespace Intranet.App.Access;

/// <summary>Where to go after signing in: a path of ours, whatever the link says.</summary>
internal static class LocalPath
{
    public static string Of(string? wanted) =>
        wanted is ['/', ..] && !wanted.StartsWith("//", StringComparison.Ordinal) && !wanted.Contains('\\') && !wanted.Any(char.IsControl)
            ? wanted
            : "/";
}
