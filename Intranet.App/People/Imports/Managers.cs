using Intranet.App.Shared.Imports;
using Intranet.Domain.People;

namespace Intranet.App.People.Imports;

/// <summary>Finds everybody's manager; a chain that leads back to its start is cut at the line that closes it.</summary>
internal static class Managers
{
    public static Dictionary<string, Guid?> Sort(List<PersonRow> rows, Dictionary<string, Person> people, Findings findings)
    {
        var above = new Dictionary<Guid, Guid>();
        foreach (var person in people.Values)
            if (person.ManagerId is { } manager)
                above[person.Id] = manager;
        foreach (var row in rows)
            above.Remove(people[row.Email].Id);
        var found = new Dictionary<string, Guid?>();
        foreach (var row in rows)
        {
            var person = people[row.Email].Id;
            found[row.Email] = null;
            if (row.Manager is null)
                continue;
            if (!people.TryGetValue(row.Manager, out var manager))
                findings.Add(
                    row.Line,
                    "missing manager",
                    $"The manager {row.Manager} of {row.Email} is not known; the person is taken without."
                );
            else if (manager.Id == person || LeadsTo(above, manager.Id, person))
                findings.Add(
                    row.Line,
                    "manager cycle",
                    $"{row.Email} and the manager {row.Manager} would lead each other; the person is taken without."
                );
            else
                found[row.Email] = above[person] = manager.Id;
        }
        return found;
    }

    private static bool LeadsTo(Dictionary<Guid, Guid> above, Guid from, Guid to)
    {
        // What is stored may hold a circle of its own; the steps are counted so that the walk ends.
        for (var steps = 0; steps <= above.Count && above.TryGetValue(from, out var next); steps++)
        {
            if (next == to)
                return true;
            from = next;
        }
        return false;
    }
}
