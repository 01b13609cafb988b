namespace Intranet.Domain.Adoption;

/// <summary>One sentence for each figure of a report, printed with it so that no number travels without its meaning.</summary>
public static class Definitions
{
    public static IReadOnlyDictionary<string, string> Of(Threshold threshold) =>
        new Dictionary<string, string>
        {
            ["people"] =
                "Employees who had an account in the period; people of an import without dates count for the whole span of their source; guests do not count.",
            ["active"] =
                "Different people of these who did at least one thing in the period: opened, read, reacted, commented, posted or sent a message; receiving does not count.",
            ["contributors"] =
                "Different people of these who contributed: posts, questions, answers, comments, reactions, votes, uploads, edits, messages; not opening, joining or searching; left out where it would give a coded count beside it away.",
            ["acts"] =
                "Number of things these people did; left out where it would say too much about one person or a coded count. Teams and spaces have it by week, and for longer periods that are sums of weeks shown.",
            ["coded"] =
                "\"<3\" stands for 0, 1 or 2 people, \">46\" of 49 for all but at most 2; contributors are also coded against the active people, and given as \"<4\" or \"<5\" when 3 or 4 are active.",
            ["hidden"] =
                $"Why a row has no counts: fewer than {threshold.People} people, or its figures would let somebody work out a hidden or coded count beside it.",
            ["withheld"] =
                "Why single figures of a row are missing although it is not hidden, by the name of the figure; the others of the row are given.",
            ["noData"] = "The source recorded nothing at all, by anybody, in the period; this is not the same as nobody being active.",
            ["windows"] =
                "Days are days in the time zone named here, weeks ISO weeks; from and to are widened to whole periods, and whole to ISO weeks, so that two reports cannot be subtracted to show a single day.",
            ["percentages"] = "A percentage is rounded to a whole number where it is a share of fewer than 50 people.",
        };
}
