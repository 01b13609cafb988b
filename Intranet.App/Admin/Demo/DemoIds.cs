using System.Text.RegularExpressions;
using Intranet.App.Shared.Imports;

namespace Intranet.App.Admin.Demo;

/// <summary>The ids of the demo's things: the same seed gives the same links, whenever it is loaded.</summary>
internal sealed partial class DemoIds(int seed)
{
    public Guid Team(string key) => Of("team", key);

    public Guid Person(string key) => Of("person", key);

    public Guid Space(string key) => Of("space", key);

    public Guid Post(int id) => Of("post", id);

    public Guid Comment(int id) => Of("comment", id);

    public Guid Option(int post, int option) => Of("option", $"{post}/{option}");

    public Guid Reaction(int place) => Of("reaction", place);

    public Guid Folder(string path) => Of("folder", path);

    public Guid Document(string path) => Of("document", path);

    public Guid Version(string path, int number) => Of("version", $"{path}/{number}");

    /// <summary>A text whose links to documents, told by their keys, lead to them.</summary>
    public string Lead(string told) => DocumentKey().Replace(told, match => $"](/documents/{Document(match.Groups[1].Value):D})");

    [GeneratedRegex(@"\]\(document:([^)]+)\)")]
    private static partial Regex DocumentKey();

    private Guid Of(string kind, object key) => NamedId.Of($"demo/{seed}/{kind}/{key}");
}
