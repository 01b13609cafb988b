using System.Globalization;

namespace Intranet.Bench;

/// <summary>Writes a history of mail like a research institute's: 986 people, 42 teams, 803 days, few write much and most write little. Always the same.</summary>
internal static class MailFile
{
    private const int People = 986;
    private const int Teams = 42;
    private const int Days = 803;
    private const string Columns = "at,person,verb,target,space,channel";
    private static readonly DateTimeOffset First = new(2023, 1, 2, 0, 0, 0, TimeSpan.Zero);

    public static void WritePeople(string path)
    {
        using var file = File.CreateText(path);
        file.WriteLine("email,name,team,manager,title,location,kind");
        for (var i = 0; i < People; i++)
            file.WriteLine($"{Email(i)},Person {i},Team {TeamOf(i)},,,,employee");
    }

    public static void WriteActs(string path, int rows)
    {
        var chance = new Random(42);
        using var file = File.CreateText(path);
        file.WriteLine(Columns);
        for (var i = 0; i < rows; i++)
        {
            // Cubed: the keenest tenth writes about half of everything.
            var from = (int)(Math.Pow(chance.NextDouble(), 3) * People);
            var to = chance.NextDouble() < 0.6 ? (from + Teams * chance.Next(1, 8)) % People : chance.Next(People);
            var at = First.AddSeconds(Math.Floor((double)i / rows * Days * 86_400));
            file.WriteLine(Message(at, from, to));
        }
    }

    /// <summary>One act on the day after the history ends.</summary>
    public static void WriteOneMore(string path) => File.WriteAllLines(path, [Columns, Message(First.AddDays(Days), from: 0, to: 1)]);

    public static string Email(int person) => $"p{person:000}@mail.example";

    private static string Message(DateTimeOffset at, int from, int to) =>
        $"{at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)},{Email(from)},messaged,{Email(to)},,email";

    private static int TeamOf(int person) => person % Teams;
}
