using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Intranet.App.Shared.Text;

/// <summary>What an allowed element must still obey: where links lead, which pictures load, which classes mean something.</summary>
internal static partial class ContentRules
{
    public static void Apply(IHtmlDocument document, IElement element)
    {
        KeepClass(element);
        KeepOnly(element, "align", value => value is "left" or "center" or "right" && element.LocalName is "td" or "th");
        KeepOnly(element, "start", value => element.LocalName == "ol" && ushort.TryParse(value, CultureInfo.InvariantCulture, out _));
        switch (element)
        {
            case IHtmlImageElement:
                ApplyToImage(document, element);
                break;
            case IHtmlAnchorElement:
                ApplyToLink(element);
                break;
        }
    }

    private static void ApplyToLink(IElement link)
    {
        var address = link.GetAttribute("href");
        if (!IsOwnPath(address) && !IsOutside(address))
        {
            link.Replace([.. link.ChildNodes]);
        }
        else if (!IsOwnPath(address))
        {
            link.SetAttribute("rel", "nofollow noopener ugc");
        }
    }

    /// <summary>Only our own pictures load, so that nobody can watch who reads; others become links.</summary>
    private static void ApplyToImage(IHtmlDocument document, IElement image)
    {
        var (address, alt) = (image.GetAttribute("src"), image.GetAttribute("alt") ?? "");
        if (address is not null && OwnFile().Match(address) is { Success: true } own)
        {
            image.SetAttribute("src", own.Groups["path"].Value);
            image.SetAttribute("alt", alt);
            image.SetAttribute("loading", "lazy");
            image.SetAttribute("decoding", "async");
            if (own.Groups["width"].Success)
            {
                image.SetAttribute("width", own.Groups["width"].Value);
                image.SetAttribute("height", own.Groups["height"].Value);
            }

            return;
        }

        if (!IsOutside(address) || image.Closest("a") is not null)
        {
            image.Replace(document.CreateTextNode(alt));
            return;
        }

        var link = document.CreateElement("a");
        link.SetAttribute("href", address!);
        link.SetAttribute("rel", "nofollow noopener ugc");
        link.TextContent = string.IsNullOrWhiteSpace(alt) ? new Uri(address!).Host : alt;
        image.Replace(link);
    }

    private static void KeepClass(IElement element)
    {
        var (tag, address) = (element.LocalName, element.GetAttribute("href") ?? "");
        KeepOnly(
            element,
            "class",
            value =>
                (tag == "code" && Language().IsMatch(value))
                || (tag == "a" && value == "mention" && MentionPath().IsMatch(address))
                || (tag == "a" && value == "topic" && address.StartsWith("/topics/", StringComparison.Ordinal))
        );
    }

    private static void KeepOnly(IElement element, string attribute, Func<string, bool> allowed)
    {
        if (element.GetAttribute(attribute) is { } value && !allowed(value))
        {
            element.RemoveAttribute(attribute);
        }
    }

    private static bool IsPlain(string? address) =>
        address is { Length: > 0 and <= 2000 } && !address.Any(c => c <= ' ' || char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\');

    private static bool IsOwnPath(string? address) =>
        IsPlain(address) && address![0] == '/' && !address.StartsWith("//", StringComparison.Ordinal);

    private static bool IsOutside(string? address) =>
        IsPlain(address)
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.UserInfo.Length == 0 || uri.Scheme == Uri.UriSchemeMailto)
        && uri.Scheme is "http" or "https" or "mailto"
        && address!.StartsWith(uri.Scheme + (uri.Scheme == "mailto" ? ":" : "://"), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(?<path>/files/(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_./-]{0,200})(#(?<width>[1-9][0-9]{0,4})x(?<height>[1-9][0-9]{0,4}))?$"
    )]
    private static partial Regex OwnFile();

    [GeneratedRegex("^language-[A-Za-z0-9_+#.-]{1,30}$")]
    private static partial Regex Language();

    [GeneratedRegex("^/(people|spaces)/[0-9a-f-]{36}$")]
    private static partial Regex MentionPath();
}
