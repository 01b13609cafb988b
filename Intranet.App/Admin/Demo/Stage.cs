namespace Intranet.App.Admin.Demo;

/// <summary>The six months that are told: their weeks, who is there, and how keen each team is in each of them.</summary>
internal sealed class Stage(int seed, DateTimeOffset now)
{
    public const int Weeks = 26;
    private readonly Dictionary<(string, int), bool> _present = [];
    private readonly Dictionary<string, double> _appetites = [];

    public DateTimeOffset Now { get; } = now.ToUniversalTime();

    public DateTimeOffset From { get; } = now.ToUniversalTime().AddDays(-7 * Weeks);

    public SplitMix Chance { get; } = new((ulong)seed);

    public WorkCalendar Calendar { get; } = new();

    public DateTimeOffset WeekStart(int week) => From.AddDays(7 * (week - 1));

    public int WeekOf(DateTimeOffset moment) => Math.Clamp((int)Math.Floor((moment - From).TotalDays / 7) + 1, 1, Weeks);

    public static bool InAugust(DateTimeOffset moment) => moment.Month == 8;

    /// <summary>Whether the person looks in at all in that week.</summary>
    public bool Present(CastPerson person, int week)
    {
        if (!person.HereIn(week))
            return false;
        if (!_present.TryGetValue((person.Key, week), out var present))
        {
            var share = Keenness(person, week) * (InAugust(WeekStart(week).AddDays(3)) ? 0.75 : 1);
            _present[(person.Key, week)] = present = Chance.Fork("present " + person.Key, week).Chance(share);
        }
        return present;
    }

    public double MailShare(CastPerson person) =>
        person.Team switch
        {
            "sales" => 0.93,
            "finance" => 0.94,
            null => 0.3,
            "leadership" => 0.25,
            "service" => 0.1,
            _ => 0.05,
        };

    /// <summary>How much a person reads and reacts once there; some always more than others.</summary>
    public double Appetite(CastPerson person)
    {
        if (_appetites.TryGetValue(person.Key, out var appetite))
            return appetite;
        var own = Chance.Fork("appetite " + person.Key).Share();
        return _appetites[person.Key] = (0.35 + 1.3 * own * own) * (person.Team is "sales" or "finance" ? 0.4 : 1);
    }

    // The story to find: the plant thrives, field service stops in its third month, development follows
    // its manager from week 12, sales and finance stay in email, the sponsor falls silent after week 3.
    private static double Keenness(CastPerson person, int week) =>
        person.Key == "margit" ? (week < 3 ? 0.9 : 0)
        : person.Key == "jonas" ? (week < 11 ? 0.4 : 1)
        : person.Team switch
        {
            "plant" => Math.Min(0.98, 0.72 + 0.03 * week),
            "rnd" => week < 12 ? 0.4 : Math.Min(0.95, 0.6 + 0.12 * (week - 11)),
            "service" => week <= 9
                ? 0.9
                : week switch
                {
                    10 => 0.7,
                    11 => 0.5,
                    12 => 0.3,
                    _ => 0.07,
                },
            "sales" => 0.36,
            "finance" => 0.3,
            "people" => 0.95,
            "it" => 0.9,
            "marketing" => 0.84,
            "quality" => Math.Min(0.92, 0.7 + 0.01 * week),
            "leadership" => 0.7,
            _ => 0.8,
        };
}
