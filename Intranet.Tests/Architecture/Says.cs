namespace Intranet.Tests.Architecture;

/// <summary>Fails with the rule and every place that breaks it, each on its own line.</summary>
internal static class Says
{
    public static void Nothing<T>(IEnumerable<T> wrong, string rule)
    {
        var lines = wrong.Select(each => each?.ToString() ?? "").Distinct().Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
            Assert.Fail($"{rule}\n{string.Join('\n', lines)}");
    }
}
