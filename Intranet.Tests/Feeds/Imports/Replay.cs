using System.Text.Json;
using Intranet.App.Feeds.Imports;
using Intranet.App.Shared.Imports;
using Intranet.Tests.Servers;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds.Imports;

/// <summary>Writes small communities to import.</summary>
internal static class Replay
{
    public static string User(string id, string name, string t = "2018-03-01T08:00:00.5") =>
        Line(
            new
            {
                t,
                kind = "user",
                id,
                name,
            }
        );

    public static string Post(
        string id,
        string? user,
        string group,
        string html,
        string t = "2018-03-05T09:00:00",
        string title = "A title"
    ) =>
        Line(
            new
            {
                t,
                kind = "post",
                id,
                user,
                group,
                title,
                html,
            }
        );

    public static string Said(string id, string? user, string group, string text, string t = "2018-03-05T09:00:00") =>
        Line(
            new
            {
                t,
                kind = "post",
                id,
                user,
                group,
                title = "",
                text,
            }
        );

    public static string Comment(string id, string parent, string? user, string text, string t = "2018-03-06T09:00:00") =>
        Line(
            new
            {
                t,
                kind = "comment",
                id,
                parent,
                user,
                text,
            }
        );

    public static string Reaction(string parent, string type, string t = "2018-03-07T00:00:00") =>
        Line(
            new
            {
                t,
                kind = "reaction",
                parent,
                type,
            }
        );

    /// <summary>Ten people in two groups, with answers under answers and reactions.</summary>
    public static string[] Community() =>
        [
            .. Enumerable.Range(1, 10).Select(i => User($"u{i}", i < 3 ? "Alex" : $"Person {i}")),
            .. Enumerable.Range(1, 6).Select(i => Post($"p{i}", $"u{i}", i % 2 == 0 ? "algebra" : "optics", $"<p>Text <b>{i}</b></p>")),
            .. Enumerable.Range(1, 12).Select(i => Comment($"c{i}", i > 6 ? $"c{i - 6}" : $"p{i}", $"u{i % 10 + 1}", $"Answer *{i}*")),
            .. Enumerable.Range(1, 5).Select(_ => Reaction("p1", "up")),
            Reaction("c1", "up"),
        ];

    public static string Write(params string[] lines)
    {
        var path = Path.Combine(TestFolder.Create("replay"), "forum.jsonl");
        File.WriteAllLines(path, lines);
        return path;
    }

    public static Task<Summary> Import(Office office, string file, bool asHistory = false, bool dryRun = false) =>
        office.Get<ReplayImport>().Run(file, "forum", asHistory, dryRun, new Progress<double>(), default);

    private static string Line(object line) => JsonSerializer.Serialize(line);
}
