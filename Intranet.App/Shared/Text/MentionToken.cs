using System.Diagnostics.CodeAnalysis;

namespace Intranet.App.Shared.Text;

/// <summary>What a mention points at.</summary>
public enum MentionKind
{
    Person = 0,
    Space = 1,
}

/// <summary>A mention as it stands in a text: <c>@[Ann Lee](person:GUID)</c> or <c>@[Field service](space:GUID)</c>.</summary>
public readonly record struct MentionToken(MentionKind Kind, Guid Id)
{
    /// <summary>The longest name a token may carry.</summary>
    public const int MaxName = 100;

    /// <summary>The address of the page the mention leads to.</summary>
    public string Path => Kind == MentionKind.Person ? $"/people/{Id:D}" : $"/spaces/{Id:D}";

    /// <summary>The token as it is written into a Markdown text.</summary>
    public string Write(string name)
    {
        var clean = new string([.. name.Where(c => c is not ('[' or ']' or '\\') && !char.IsControl(c)).Take(MaxName)]);
        return $"@[{clean}]({(Kind == MentionKind.Person ? "person" : "space")}:{Id:D})";
    }

    /// <summary>Everything in the text that looks like a mention, code included: what to look up before rendering.</summary>
    public static IReadOnlyList<MentionToken> In(string markdown)
    {
        var found = new HashSet<MentionToken>();
        for (var at = markdown.IndexOf("@[", StringComparison.Ordinal); at >= 0; )
        {
            if (TryRead(markdown.AsSpan(at), out var token, out _, out _))
            {
                found.Add(token);
            }

            at = markdown.IndexOf("@[", at + 1, StringComparison.Ordinal);
        }

        return [.. found];
    }

    /// <summary>Reads one token at the start of the text.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out MentionToken token, [NotNullWhen(true)] out string? name, out int length)
    {
        (token, name, length) = (default, null, 0);
        if (!text.StartsWith("@["))
        {
            return false;
        }

        var label = text[2..];
        var end = label[..Math.Min(label.Length, MaxName + 1)].IndexOfAny("[]\r\n");
        if (end <= 0 || label[end] != ']')
        {
            return false;
        }

        var target = label[(end + 1)..];
        var kind = target.StartsWith("(person:") ? MentionKind.Person : MentionKind.Space;
        var prefix = kind == MentionKind.Person ? "(person:" : "(space:";
        const int guid = 36;
        if (!target.StartsWith(prefix) || target.Length <= prefix.Length + guid || target[prefix.Length + guid] != ')')
        {
            return false;
        }

        if (!Guid.TryParseExact(target.Slice(prefix.Length, guid), "D", out var id))
        {
            return false;
        }

        name = label[..end].ToString();
        token = new(kind, id);
        length = 2 + end + 1 + prefix.Length + guid + 1;
        return true;
    }
}
