namespace Intranet.App.Documents.Dav;

/// <summary>The `If` header of RFC 4918: lists of lock tokens and entity tags, each about the address asked for or one that is named. One list that holds is enough.</summary>
internal sealed record IfHeader(IReadOnlyList<IfList> Lists)
{
    private const int MostLists = 20;
    private const int Longest = 8192;

    public static readonly IfHeader None = new([]);

    /// <summary>All tokens that are shown, whether or not their list holds: who shows one has it.</summary>
    public IEnumerable<string> Tokens => Lists.SelectMany(l => l.Conditions).Where(c => c.Token is not null).Select(c => c.Token!);

    public static IfHeader Read(string header)
    {
        if (header.Length == 0)
            return None;
        if (header.Length > Longest)
            throw DavAnswer.Unreadable;
        var lists = new List<IfList>();
        string? about = null;
        var rest = header.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            if (rest[0] == '<')
                about = Taken(ref rest, '<', '>');
            else if (rest[0] == '(' && lists.Count < MostLists)
                lists.Add(new IfList(about, Conditions(ref rest)));
            else
                throw DavAnswer.Unreadable;
            rest = rest.TrimStart();
        }
        return lists.Count > 0 ? new(lists) : throw DavAnswer.Unreadable;
    }

    private static List<IfCondition> Conditions(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..].TrimStart();
        var conditions = new List<IfCondition>();
        while (!rest.IsEmpty && rest[0] != ')')
        {
            var not = rest.StartsWith("Not", StringComparison.OrdinalIgnoreCase);
            if (not)
                rest = rest[3..].TrimStart();
            if (rest.IsEmpty || rest[0] is not ('<' or '['))
                throw DavAnswer.Unreadable;
            conditions.Add(rest[0] == '<' ? new(not, Taken(ref rest, '<', '>'), null) : new(not, null, Taken(ref rest, '[', ']')));
            rest = rest.TrimStart();
        }
        if (rest.IsEmpty || conditions.Count == 0)
            throw DavAnswer.Unreadable;
        rest = rest[1..];
        return conditions;
    }

    private static string Taken(ref ReadOnlySpan<char> rest, char from, char to)
    {
        var end = rest.IndexOf(to);
        if (rest[0] != from || end < 1)
            throw DavAnswer.Unreadable;
        var taken = rest[1..end].ToString();
        rest = rest[(end + 1)..];
        return taken;
    }
}

/// <summary>Conditions that must all hold.</summary>
/// <param name="About">The address they are about; null for the one asked for.</param>
internal sealed record IfList(string? About, IReadOnlyList<IfCondition> Conditions);

/// <summary>Either a lock token or an entity tag that must be there, or must not.</summary>
internal sealed record IfCondition(bool Not, string? Token, string? ETag);
