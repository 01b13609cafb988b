using System.Globalization;
using System.IO.Compression;
using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>803 days of internal mail of 986 people in 42 departments, where the data folder lies beside the repository.</summary>
internal sealed class MailHistory
{
    private readonly List<(DateOnly Day, int From, int To)> messages = [];
    private readonly Dictionary<string, int> people = [];
    private readonly List<int> departments = [];
    private readonly List<string> names = [];

    public int People => people.Count;

    public int Department(int person) => departments[person];

    public string Name(int person) => names[departments[person]];

    public int Group(string name) => names.IndexOf(name);

    public IReadOnlyList<(DateOnly Day, int From, int To)> Messages => messages;

    public static MailHistory Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Intranet.sln")))
            root = root.Parent;
        var folder = Path.Combine(root?.FullName ?? ".", "..", "shared", "data", "email-eu-core");
        Assert.SkipUnless(
            Directory.Exists(folder),
            "The mail history is not there: no folder ../shared/data/email-eu-core beside the repository."
        );
        var history = new MailHistory();
        foreach (var line in File.ReadLines(Path.Combine(folder, "people.csv")).Skip(1))
        {
            var cells = line.Split(',');
            history.people[cells[0]] = history.people.Count;
            if (!history.names.Contains(cells[2]))
                history.names.Add(cells[2]);
            history.departments.Add(history.names.IndexOf(cells[2]));
        }
        using var unzipped = new GZipStream(File.OpenRead(Path.Combine(folder, "activity.csv.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var day = DateOnly.ParseExact(cells[0][..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            history.messages.Add((day, history.people[cells[1]], history.people[cells[3]]));
        }
        return history;
    }

    public Counted Table(Grain grain)
    {
        var periods = Periods.Over(messages[0].Day, messages[^1].Day, grain);
        var acts = new int[periods.Count, People];
        var at = 0;
        foreach (var (day, from, _) in messages)
        {
            while (!periods[at].Contains(day))
                at++;
            acts[at, from]++;
        }
        var tallies = new Tally[names.Count + 1, periods.Count];
        var noData = new bool[periods.Count];
        for (var p = 0; p < periods.Count; p++)
        {
            for (var person = 0; person < People; person++)
            {
                var count = acts[p, person];
                var one = new Tally(1, count > 0 ? 1 : 0, count > 0 ? 1 : 0, count, count);
                foreach (var group in (ReadOnlySpan<int>)[0, departments[person] + 1])
                    tallies[group, p] = Worlds.Sum(tallies[group, p], one);
            }
            noData[p] = tallies[0, p].Acts == 0;
        }
        return new(Cut.Teams, false, [new(null, -1), .. names.Select(n => new Group(n, 0))], periods, noData, tallies);
    }
}
