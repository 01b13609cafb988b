using System.Security.Cryptography;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Documents.Wiki;

namespace Intranet.App.Admin.Demo;

/// <summary>Folders, documents and their versions, by the same acts with which their authors would have filed them.</summary>
internal sealed class DemoDocuments
{
    /// <summary>Who looks after which page, and for how many days it was thought to stay right.</summary>
    private static readonly (string Key, string Person, int Days, bool Template)[] Tended =
    [
        ("plant/Handbook/Start here.md", "pawel", 700, false),
        ("plant/Handbook/Starting line 2 after a stop.md", "marek", 40, false),
        ("plant/Handbook/Walk through a station.md", "kasia", 700, true),
    ];

    private static readonly string[] Starring = ["zofia", "tomasz", "lotte", "ulrike"];
    private readonly DemoPeople _people;
    private readonly DemoIds _ids;
    private readonly Dictionary<string, Node> _folders = [];
    private readonly List<(string Space, Node Node)> _filed = [];

    public DemoDocuments(DemoScript script, DemoPeople people, DemoIds ids)
    {
        (_people, _ids) = (people, ids);
        foreach (var told in script.Documents.OrderBy(document => document.Versions[0].At))
            File(told);
    }

    public List<Node> Nodes { get; } = [];
    public List<DocumentVersion> Versions { get; } = [];
    public List<Checkout> Checkouts { get; } = [];
    public List<PageCare> Cares { get; } = [];

    /// <summary>What some of the cast come back to: every third document of their spaces.</summary>
    public IEnumerable<Star> Stars =>
        from person in Starring
        from filed in _filed.Where(f => _people.Seats.ContainsKey((f.Space, person))).Where((_, i) => i % 3 == 1).Take(5)
        select new Star(filed.Node.Id, _people.People[person].Id, filed.Node.SpaceId, filed.Node.ChangedAt);

    /// <summary>What lies behind the versions, by the key under which it is stored.</summary>
    public Dictionary<string, byte[]> Contents { get; } = [];

    /// <summary>Who did what to which of them, for the ledger.</summary>
    public List<(DateTimeOffset At, string Person, Verb Verb, string Space, Node Node)> Acts { get; } = [];

    private void File(DemoDocument told)
    {
        Node? folder = null;
        foreach (var name in told.Folders)
            folder = Folder(told, folder, name);
        Node? node = null;
        foreach (var version in told.Versions)
        {
            var member = _people.Seats[(told.Space, version.Author)];
            var key = $"{_ids.Version(told.Key, node?.Number ?? 0):N}";
            var file = Keep(told.Name, version.Text);
            var verb = node is null ? Verb.FileAdded : Verb.FileVersioned;
            if (node is null)
            {
                (node, var first) = member.Add(_ids.Document(told.Key), folder, told.Name, file, version.Note, key, version.At);
                Nodes.Add(node);
                Versions.Add(first);
            }
            else
                Versions.Add(member.Save(node, null, file, version.Note, key, version.At));
            Acts.Add((version.At, version.Author, verb, told.Space, node));
        }
        _filed.Add((told.Space, node!));
        if (Array.Find(Tended, t => t.Key == told.Key) is { Key: not null } tended)
            Cares.Add(Tend(told, node!, tended.Person, tended.Days, tended.Template));
        if (told.Held is { } held)
        {
            Checkouts.Add(_people.Seats[(told.Space, held.Person)].CheckOut(node!, null, held.Note, held.At));
            Acts.Add((held.At, held.Person, Verb.FileLocked, told.Space, node!));
        }
    }

    private PageCare Tend(DemoDocument told, Node page, string person, int days, bool template)
    {
        var (owner, care) = (_people.Seats[(told.Space, person)], new PageCare(page.Id, page.SpaceId));
        var day = DateOnly.FromDateTime(told.Versions[^1].At.UtcDateTime);
        owner.Tend(page, care, owner, day.AddDays(days), template, day);
        return care;
    }

    private Node Folder(DemoDocument told, Node? into, string name)
    {
        var key = $"{told.Space}/{into?.Id}/{name}";
        if (_folders.TryGetValue(key, out var known))
            return known;
        var (author, at) = (told.Versions[0].Author, told.Versions[0].At.AddMinutes(-1));
        var id = _ids.Folder(key);
        var folder = _people.Seats[(told.Space, author)].MakeFolder(id, into, name, $"{id:N}", at);
        Nodes.Add(folder);
        Acts.Add((at, author, Verb.FolderMade, told.Space, folder));
        return _folders[key] = folder;
    }

    private StoredFile Keep(string name, string text)
    {
        var bytes = DocumentBytes.Of(name, PageName.Is(name) ? _ids.Lead(text) : text);
        var key = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Contents[key] = bytes;
        return new StoredFile(key, bytes.Length, ContentType.Of(bytes, name).MediaType);
    }
}
