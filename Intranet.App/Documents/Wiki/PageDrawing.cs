using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Intranet.App.Shared.Text;
using Intranet.Domain.Documents.Wiki;
using Node = Intranet.Domain.Documents.Node;

namespace Intranet.App.Documents.Wiki;

/// <summary>Gives the headings of a page a place to lead to, and marks the links that lead nowhere for whoever reads it.</summary>
internal static partial class PageDrawing
{
    /// <summary>Ids of the text begin with this, so that none is taken for one of the screen's own.</summary>
    private const string Prefix = "s-";

    private const int SlugLimit = 60;

    /// <param name="seen">The names of the linked documents that the reader may see.</param>
    /// <param name="address">Where the page is, for links to its headings.</param>
    /// <param name="named">What its links by name mean, so that those which are left lead nowhere; null where they were not looked up.</param>
    public static DrawnPage Draw(
        SafeHtml html,
        IReadOnlyDictionary<Guid, string> seen,
        string address,
        IReadOnlyDictionary<string, Node>? named
    )
    {
        var (contents, missing) = (new List<Heading>(), new List<string>());
        var drawn = SafeHtml.Mark(
            html,
            body =>
            {
                var taken = new HashSet<string>();
                foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList())
                {
                    var id = Free(Prefix + Slug(heading.TextContent), taken);
                    heading.Id = id;
                    contents.Add(new Heading($"{address}#{id}", heading.TextContent.Trim(), heading.LocalName[1] - '0'));
                }
                foreach (var link in body.QuerySelectorAll("a[href^='/documents/']").ToList())
                    Lead(link, seen);
                if (named is not null)
                    Miss(body, named, missing);
            }
        );
        return new DrawnPage(drawn, contents) { Missing = [.. missing.Distinct()] };
    }

    /// <summary>The names by which a text links, also in code, where they mean nothing.</summary>
    public static IEnumerable<LinkTarget> Names(SafeHtml html) =>
        ByName()
            .Matches(WebUtility.HtmlDecode(html.Value))
            .Select(link => new LinkTarget(link.Groups["name"].Value.Trim(), IsName: true))
            .Where(target => target.Path.Length > 0);

    /// <summary>Makes every link by a name, outside of code, lead to what is meant, or says of it that it leads nowhere.</summary>
    private static void Miss(INode part, IReadOnlyDictionary<string, Node> named, List<string> missing)
    {
        foreach (var child in part.ChildNodes.ToList())
        {
            if (child is IText text)
                Miss(text, named, missing);
            else if (child is IElement { LocalName: not ("code" or "pre" or "a") })
                Miss(child, named, missing);
        }
    }

    private static void Miss(IText text, IReadOnlyDictionary<string, Node> named, List<string> missing)
    {
        var (written, owner, at) = (text.Data, text.Owner!, 0);
        foreach (Match link in ByName().Matches(written))
        {
            var name = link.Groups["name"].Value.Trim();
            if (name.Length == 0)
                continue;
            var said = link.Groups["words"] is { Success: true } own ? own.Value.Trim() : null;
            var there = named.GetValueOrDefault(name);
            var words = owner.CreateElement(there is null ? "span" : "a");
            if (there is not null)
            {
                words.SetAttribute("href", $"/documents/{there.Id}");
                words.TextContent = said ?? PageName.TitleOf(there.Name);
            }
            else
            {
                missing.Add(name);
                words.ClassName = "gone";
                words.TextContent = $"{said ?? name} (leads to no page yet)";
            }
            text.Parent!.InsertBefore(owner.CreateTextNode(written[at..link.Index]), text);
            text.Parent!.InsertBefore(words, text);
            at = link.Index + link.Length;
        }
        if (at > 0)
            text.Data = written[at..];
    }

    [GeneratedRegex(@"\[\[(?<name>[^\[\]|]{1,200})(?:\|(?<words>[^\[\]|]{1,200}))?\]\]")]
    private static partial Regex ByName();

    private static void Lead(IElement link, IReadOnlyDictionary<Guid, string> seen)
    {
        if (LinkText.Ids(link.GetAttribute("href")!).Select(id => (Guid?)id).FirstOrDefault() is not { } id)
            return;
        var nameless = link.TextContent.Trim().Length == 0;
        if (seen.TryGetValue(id, out var name))
        {
            if (nameless)
                link.TextContent = PageName.TitleOf(name);
            return;
        }
        // Whether it was removed or is not for this reader's eyes is the same to them.
        var words = link.Owner!.CreateElement("span");
        words.ClassName = "gone";
        words.TextContent = nameless ? "a document that is not here for you" : $"{link.TextContent.Trim()} (not here for you)";
        link.Replace(words);
    }

    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var rune in heading.Trim().ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(rune);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length >= SlugLimit)
                break;
        }
        return slug.ToString().TrimEnd('-');
    }

    private static string Free(string id, HashSet<string> taken)
    {
        var free = id;
        for (var number = 2; !taken.Add(free); number++)
            free = $"{id}-{number}";
        return free;
    }
}

/// <summary>The text of a page as it is shown, and what it contains.</summary>
public sealed record DrawnPage(SafeHtml Html, IReadOnlyList<Heading> Contents)
{
    /// <summary>What is linked by a name and leads nowhere.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>A heading of a page, its address, and how deep it stands.</summary>
public sealed record Heading(string Address, string Words, int Level);
