using System.IO.Compression;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Unpacking;

/// <summary>A folder of an archive before it is made. No two names in it are the same here, though they may have been there.</summary>
internal sealed class Branch(string name)
{
    private readonly Dictionary<string, Branch> _byName = [];
    private readonly HashSet<string> _taken = [];

    public string Name { get; } = name;
    public List<Branch> Folders { get; } = [];
    public List<(string Name, ZipArchiveEntry Entry)> Files { get; } = [];

    /// <summary>All that lie in it, and in its folders.</summary>
    public IEnumerable<(string Name, ZipArchiveEntry Entry)> AllFiles => Files.Concat(Folders.SelectMany(f => f.AllFiles));

    /// <summary>The folder of that name; told when it is a new one.</summary>
    public Branch Into(string name, Action told)
    {
        var key = Node.KeyOf(name);
        if (_byName.TryGetValue(key, out var there))
            return there;
        told();
        var made = new Branch(Free(name, ""));
        Folders.Add(made);
        return _byName[key] = made;
    }

    public void Add(string name, ZipArchiveEntry entry) => Files.Add((Free(name, Path.GetExtension(name)), entry));

    private string Free(string name, string ending)
    {
        var free = name;
        for (var number = 2; !_taken.Add(Node.KeyOf(free)); number++)
            free = $"{name[..^ending.Length]} ({number}){ending}";
        return free;
    }
}
