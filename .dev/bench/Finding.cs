using System.Diagnostics;
using System.Text;
using Intranet.App.Data;
using Intranet.App.Search;
using Intranet.Domain.Documents;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Bench;

/// <summary>Questions of many different people to many documents whose texts have been read.</summary>
internal static class Finding
{
    private const double Budget = 100;
    private const int Vocabulary = 30_000;
    private const int Batch = 500;

    public static async Task Run(Asked asked)
    {
        var count = asked.Number("--documents", 100_000);
        var questions = asked.Number("--questions", 500);
        using var folder = new Folder();
        await using var product = await Product.Open(folder.Path, asked.Text("--postgres"));
        var company = await Company.Found(product.Store, people: 1000, spaces: 200, roomsEach: 15);
        var chance = new Random(5);
        var watch = Stopwatch.StartNew();
        await Fill(product.Store, count, chance);
        Figure.Print($"{count:#,0} documents written with their texts", watch.Elapsed.TotalSeconds, "s");
        var searching = product.Get<Searching>();
        await Measure(100, SearchKind.Documents);
        await Report("documents alone", SearchKind.Documents);
        await Report("beside people, spaces and posts", SearchKind.All);

        async Task Report(string what, SearchKind kind)
        {
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var (times, found) = await Measure(questions, kind);
            cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
            var name = $"search, {count:#,0} documents, {what}";
            Figure.Print($"{name}: p50", Figure.Percentile(times, 0.5), "ms");
            Figure.Print($"{name}: p95 of {questions}", Figure.Percentile(times, 0.95), "ms", Budget);
            Figure.Print("processor time of this process each", cpu.TotalMilliseconds / questions, "ms");
            Figure.Print("questions that found something", 100.0 * found / questions, "%");
        }

        async Task<(List<double> Times, int Found)> Measure(int asks, SearchKind kind)
        {
            var (times, found) = (new List<double>(), 0);
            for (var i = 0; i < asks; i++)
            {
                var viewer = new Viewer(company.People[chance.Next(company.People.Count)]);
                // From the most common words to rare ones; every third with its last word unfinished.
                var text = string.Join(' ', Enumerable.Range(0, 1 + (i % 3)).Select(_ => Word(chance)));
                var begun = Stopwatch.GetTimestamp();
                var answer = await searching.Find(viewer, i % 3 == 0 ? text : text[..^2], kind);
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                found += answer.Documents.Count > 0 ? 1 : 0;
            }
            return (times, found);
        }
    }

    private static async Task Fill(Store store, int count, Random chance)
    {
        for (var at = 0; at < count; at += Batch)
            await store.Write(
                Viewer.Nobody,
                async work =>
                {
                    var members = await work
                        .Db.Memberships.IgnoreQueryFilters([Sight.Name])
                        .Include(m => m.Space)
                        .OrderBy(m => m.SpaceId)
                        .Skip(at / Batch % 10 * 300)
                        .Take(300)
                        .ToListAsync();
                    for (var i = at; i < Math.Min(count, at + Batch); i++)
                        Add(work, members[chance.Next(members.Count)], i, chance);
                }
            );
    }

    private static void Add(Work work, Membership member, int i, Random chance)
    {
        var words = Enumerable.Range(0, chance.Next(50, 500)).Select(_ => Word(chance));
        var file = new StoredFile($"{i:x64}", 1000, "text/plain");
        var name = $"{Word(chance)} {Word(chance)} {i}.txt";
        var (node, version) = member.Add(Guid.CreateVersion7(work.Now), null, name, file, null, $"bench-{i}", work.Now);
        work.Db.Nodes.Add(node);
        work.Db.DocumentVersions.Add(version);
        work.Db.DocumentTexts.Add(new DocumentText(node.Id, node.SpaceId, string.Join(' ', words)));
    }

    /// <summary>As in every language: the first words everywhere, most words seldom, and few that begin alike.</summary>
    private static string Word(Random chance)
    {
        const string consonants = "bcdfghjklmnprstv";
        const string vowels = "aeiou";
        var word = new StringBuilder();
        for (var left = (int)Math.Pow(Vocabulary, chance.NextDouble()) * 7919 % 512_000 + 6_400; left > 0; left /= 80)
            word.Append(consonants[left % 16]).Append(vowels[left / 16 % 5]);
        return word.ToString();
    }
}
