using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Intranet.App.Shared.Text;

/// <summary>A mention found while parsing; it becomes a link once a name was given to it.</summary>
internal sealed class MentionInline(MentionToken token, string written) : LeafInline
{
    public MentionToken Token { get; } = token;
    public string Written { get; } = written;
    public string? Name { get; set; }
}

/// <summary>Finds mention tokens outside code.</summary>
internal sealed class MentionParser : InlineParser
{
    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!MentionToken.TryRead(slice.AsSpan(), out var token, out var name, out var length))
        {
            return false;
        }

        processor.Inline = new MentionInline(token, name);
        slice.Start += length;
        return true;
    }
}

/// <summary>Writes a mention as a link, or as plain text where it was given no name.</summary>
internal sealed class MentionRenderer : HtmlObjectRenderer<MentionInline>
{
    protected override void Write(HtmlRenderer renderer, MentionInline mention)
    {
        if (mention.Name is null || !renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape("@" + mention.Written);
            return;
        }

        renderer.Write("<a class=\"mention\" href=\"").Write(mention.Token.Path).Write("\">@");
        renderer.WriteEscape(mention.Name).Write("</a>");
    }
}
