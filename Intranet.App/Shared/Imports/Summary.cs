namespace Intranet.App.Shared.Imports;

/// <summary>What an import did, or would do when it is a dry run.</summary>
public sealed record Summary(bool DryRun, long Read, IReadOnlyDictionary<string, long> Done, Findings Findings, double Seconds)
{
    public void Print(bool json)
    {
        if (json)
        {
            CommandLine.PrintJson(
                new
                {
                    DryRun,
                    Read,
                    Done,
                    Findings = Findings.Counts,
                    Lines = Findings.Shown,
                    Seconds = Math.Round(Seconds, 2),
                }
            );
            return;
        }
        foreach (var finding in Findings.Shown)
            Console.WriteLine($"line {finding.Line}: {finding.Sentence}");
        if (Findings.Total > Findings.Shown.Count)
            Console.WriteLine($"… and {Findings.Total - Findings.Shown.Count:N0} more.");
        Console.WriteLine($"{(DryRun ? "Dry run, nothing was changed. " : "")}{Read:N0} lines read in {Seconds:0.0} s.");
        foreach (var (what, count) in Done)
            Console.WriteLine($"  {count, 10:N0} {what}");
        foreach (var (kind, count) in Findings.Counts)
            Console.WriteLine($"  {count, 10:N0} left out or noted: {kind}");
    }
}
