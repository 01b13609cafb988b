using System.Diagnostics;
using System.Runtime.InteropServices;
using Intranet.App.Data;
using Intranet.App.Shared.Imports;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Adoption;

namespace Intranet.App.Feeds.Imports;

/// <summary>Takes over a community from its ordered stream of acts. Things are known by source and id, so the same file again adds nothing and a broken run goes on where it stopped.</summary>
internal sealed class ReplayImport(Store store, Markdown markdown, IEnumerable<LedgerReader> readers)
{
    private const int LinesPerTransaction = 1_000;

    /// <summary>The longest id a source may give; it is stored with the source's name before it.</summary>
    private const int IdLimit = 120;

    public async Task<Summary> Run(
        string path,
        string source,
        bool asHistory,
        bool dryRun,
        IProgress<double> progress,
        CancellationToken stop
    )
    {
        var watch = Stopwatch.StartNew();
        _ = new Source(Source.TakenOver, source);
        var (findings, tally) = (new Findings(), new ReplayTally());
        using var file = new InputFile(path);
        var known = await store.Read(Viewer.Nobody, db => Known(db, source, asHistory, stop));
        using (var ahead = new InputFile(path))
            foreach (var user in ReplayLine.Read(ahead.Text, new Findings(), () => { }).Where(line => line.Kind == "user"))
                known.Announced.TryAdd(user.Id, user);
        var course = new Course(known, tally, asHistory, findings, new ReplayBodies(markdown));
        foreach (var lines in ReplayLine.Read(file.Text, findings, () => tally.Read++).Chunk(LinesPerTransaction))
        {
            stop.ThrowIfCancellationRequested();
            progress.Report(file.Done);
            var batch = course.Take(lines);
            if (!dryRun)
                await store.Write(Viewer.Nobody, work => batch.Save(work.Db), stop);
        }
        if (!dryRun)
            foreach (var reader in readers)
                await reader.CatchUp(stop);
        progress.Report(1);
        return new Summary(dryRun, tally.Read, tally.Told(dryRun), findings, watch.Elapsed.TotalSeconds);
    }

    /// <summary>The name of a file's source when none is given: the file's own, up to the first dot.</summary>
    public static string SourceOf(string path) => Path.GetFileName(path).Split('.')[0];

    private static async Task<ReplayKnown> Known(IntranetDb db, string source, bool asHistory, CancellationToken stop)
    {
        var known = await ReplayKnown.Of(db, source, stop);
        if (await known.WasHistory(db, stop) is { } before && before != asHistory)
            throw new Refusal(
                before
                    ? $"\"{source}\" was taken over as the organisation's history before. Say --as-history again to go on with it."
                    : $"\"{source}\" was taken over without --as-history before, and its acts count in no figure of this organisation. Go on without it, or begin in an empty data folder."
            );
        return known;
    }

    /// <summary>Follows the lines of one file.</summary>
    private sealed class Course(ReplayKnown known, ReplayTally tally, bool asHistory, Findings findings, ReplayBodies bodies)
    {
        private readonly Dictionary<string, int> _same = [];

        public ReplayBatch Take(ReplayLine[] lines)
        {
            var batch = new ReplayBatch(known, tally, asHistory, findings);
            var texts = bodies.Render([.. lines.Where(line => !Here(line))], findings);
            foreach (var line in lines)
                if (line.Id.Length > IdLimit || line.User?.Length > IdLimit)
                    findings.Add(line.Line, "unusable line", $"An id has at most {IdLimit} characters.");
                else if (line.Kind == "user")
                    batch.Join(line);
                else if (line.Kind == "reaction")
                    React(batch, line);
                else if (Here(line))
                    tally.Known++;
                else if (texts.TryGetValue(line.Line, out var body))
                    Say(batch, line, body);
            return batch;
        }

        private bool Here(ReplayLine line) => line.Kind is "post" or "comment" && known.Things.ContainsKey(known.Id(line.Kind, line.Id));

        private void Say(ReplayBatch batch, ReplayLine line, ReplayBody body)
        {
            if (line.Kind == "post")
                batch.Post(line, body);
            else if (Parent(line) is { } parent)
                batch.Comment(line, body, parent);
        }

        private void React(ReplayBatch batch, ReplayLine line)
        {
            if (line.Reaction is not { } kind)
                findings.Add(line.Line, "no such reaction", $"\"{line.Type}\" is none of the reactions here.");
            else if (Parent(line) is { } to)
            {
                // Reactions have no id of their own; the same one several times at a moment is several people's.
                var name = $"{line.Parent}/{line.Type}/{line.At.UtcTicks}";
                var nth = CollectionsMarshal.GetValueRefOrAddDefault(_same, name, out _)++;
                var id = known.Id("reaction", $"{name}/{nth}");
                if (known.Reactions.Contains(id))
                    tally.Known++;
                else
                    batch.React(line, id, kind, to);
            }
        }

        private Thing? Parent(ReplayLine line)
        {
            if (
                known.Things.TryGetValue(known.Id("post", line.Parent), out var thing)
                || known.Things.TryGetValue(known.Id("comment", line.Parent), out thing)
            )
                return thing;
            findings.Add(line.Line, "unknown parent", $"Nothing called \"{line.Parent}\" was taken over before.");
            return null;
        }
    }
}
