using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Intranet.App.Shared.Imports;
using Intranet.Domain.Activity;

namespace Intranet.App.Adoption.Imports;

/// <summary>Somebody an activity file may name.</summary>
internal sealed record Known(Guid Id, Guid? TeamId, bool Counts);

/// <summary>Reads another tool's acts from a CSV file, a row at a time.</summary>
internal sealed class ActivityRows(
    InputFile file,
    Dictionary<string, Known> people,
    Dictionary<string, Guid> spaces,
    int source,
    DateTimeOffset latest,
    Findings findings
) : IDisposable
{
    private static readonly string[] Columns = ["at", "person", "verb", "target", "space", "channel"];
    private readonly Table _table = new(file.Text, Columns, ["at", "person", "verb"], findings);
    private readonly Dictionary<long, int> _occurrences = [];

    public long Read { get; private set; }

    public IEnumerable<object?[]> Acts()
    {
        while (_table.Read())
        {
            Read++;
            if (Parse() is { } act)
                yield return act;
        }
    }

    /// <summary>The columns of the ledger in the order of <see cref="ActivityImport.Ledger"/>; null for a line that cannot be taken.</summary>
    private object?[]? Parse()
    {
        var (at, person, verb, target, channel) = (
            _table["at"],
            _table["person"].ToLowerInvariant(),
            _table["verb"],
            _table["target"],
            _table["channel"]
        );
        if (!Moment.TryRead(at, out var moment))
            return Leave("unreadable time", $"\"{at}\" is not a time like 2026-03-02T09:00:00Z.");
        if (moment > latest)
            return Leave("in the future", $"{at} has not come yet.");
        if (!people.TryGetValue(person, out var actor))
            return Leave("unknown person", $"{person} is not known. Import people first.");
        if (!VerbNames.Verbs.TryGetValue(verb, out var what))
            return Leave("unknown verb", $"\"{verb}\" is no verb of the ledger.");
        if (!VerbNames.Channels.TryGetValue(channel, out var way))
            return Leave("unknown channel", $"\"{channel}\" is no channel.");
        Guid? other = null;
        if (target.Contains('@'))
        {
            if (!people.TryGetValue(target.ToLowerInvariant(), out var named))
                return Leave("unknown person", $"{target} is not known. Import people first.");
            other = named.Id;
        }
        Guid? space = null;
        if (_table["space"] is { Length: > 0 } name)
        {
            if (spaces.TryGetValue(name, out var id))
                space = id;
            else
                findings.Add(_table.Line, "unknown space", $"There is no space \"{name}\" here; the act is taken without it.");
        }
        return
        [
            moment,
            actor.Id,
            (int)what,
            (int)way,
            space,
            (int)ThingKind.None,
            other,
            actor.TeamId,
            source,
            actor.Counts,
            Key(moment, person, verb, target, channel),
        ];
    }

    private object?[]? Leave(string kind, string sentence)
    {
        findings.Add(_table.Line, kind, sentence);
        return null;
    }

    /// <summary>The same row in any file gets the same key; a row that stands twice in a file is two acts.</summary>
    private long Key(DateTimeOffset at, string person, string verb, string target, string channel)
    {
        var row = Hash($"{at.UtcTicks}|{person}|{verb}|{target}|{_table["space"]}|{channel}");
        var nth = CollectionsMarshal.GetValueRefOrAddDefault(_occurrences, row, out _)++;
        return nth == 0 ? row : Hash($"{row}|{nth}");
    }

    private static long Hash(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return BinaryPrimitives.ReadInt64BigEndian(digest);
    }

    public void Dispose() => _table.Dispose();
}
