using System.Globalization;
using System.Runtime.InteropServices;

namespace Intranet.Bench;

/// <summary>One measured figure on one line: name, value, unit, budget, verdict.</summary>
internal static class Figure
{
    public static int Misses { get; private set; }

    public static void Machine() =>
        Console.WriteLine(
            $"machine: {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, "
                + $"{Configuration}, load {Load()} at the start"
        );

    /// <summary>A figure that may be at most, or with a floor at least, its budget.</summary>
    public static void Print(string name, double value, string unit, double budget, bool floor = false)
    {
        var kept = floor ? value >= budget : value <= budget;
        if (!kept)
            Misses++;
        Line(name, value, unit, $"budget {(floor ? "at least " : "")}{Number(budget)}  {(kept ? "kept" : "MISSED")}");
    }

    /// <summary>A figure that explains another and has no budget of its own.</summary>
    public static void Print(string name, double value, string unit) => Line(name, value, unit, "");

    public static double Percentile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    private static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static void Line(string name, double value, string unit, string verdict) =>
        Console.WriteLine($"{name, -58} {Number(value), 10} {unit, -8} {verdict}".TrimEnd());

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture);

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
