using System.Text;
using Intranet.Domain.Access;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.TaskLists;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Intranet.App.Shared.Text;

/// <summary>Turns what people write into safe HTML, once, when it is written.</summary>
public sealed class Markdown
{
    /// <summary>Stored beside the HTML; texts with an older number are rendered again.</summary>
    public const int RendererVersion = 2;

    /// <summary>The longest text, in characters (UTF-16 units).</summary>
    public const int MaxLength = 20_000;

    /// <summary>How many people and spaces one text may mention.</summary>
    public const int MaxMentions = 50;

    /// <summary>How many different topics of one text become links; further ones stay words.</summary>
    public const int MaxTopics = 20;

    internal const string TooDeep = "This text is nested too deeply to show. Flatten the lists or quotes.";
    private const int MaxHtml = 200_000;

    private readonly MarkdownPipeline pipeline = Pipeline();

    /// <summary>
    /// Renders a text. <paramref name="nameOf"/> gives the name to show for a mention, or null when the author may not see
    /// whom or what it names: then it stays plain text. Without it no mention becomes a link.
    /// </summary>
    /// <exception cref="Refusal">The text is too long, too deep, or would take too long to show.</exception>
    public Rendered Render(string markdown, Func<MentionToken, string?>? nameOf = null)
    {
        if (markdown.Length > MaxLength)
        {
            throw new Refusal($"This text has {markdown.Length:N0} characters; at most {MaxLength:N0} fit. Split it or attach a file.");
        }

        TextBounds.CheckLines(markdown);
        try
        {
            var document = Markdig.Markdown.Parse(markdown, pipeline);
            var mentions = Name(document, nameOf);
            var topics = Link(document);
            Lower(document);
            var html = SafeHtml.Sanitise(ToHtml(document), out var text);
            return new(html, PlainText.Excerpt(text), mentions, topics);
        }
        catch (ArgumentException deep) when (deep.Message.Contains("depth limit", StringComparison.Ordinal))
        {
            throw new Refusal(TooDeep);
        }
    }

    /// <summary>The text as it is stored: one kind of line end, no signs a database or a browser cannot hold.</summary>
    public static string Tidy(string markdown)
    {
        var tidy = new StringBuilder(markdown.Length);
        foreach (var rune in markdown.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                tidy.Append(rune);
            }
        }

        return tidy.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    private static IReadOnlyList<MentionToken> Name(MarkdownDocument document, Func<MentionToken, string?>? nameOf)
    {
        var named = new HashSet<MentionToken>();
        foreach (var mention in document.Descendants<MentionInline>().Where(m => !StandsInLink(m)))
        {
            mention.Name = nameOf?.Invoke(mention.Token);
            if (mention.Name is not null && named.Add(mention.Token) && named.Count > MaxMentions)
            {
                throw new Refusal($"A text can mention at most {MaxMentions} people and spaces.");
            }
        }

        return [.. named];
    }

    private static IReadOnlyList<string> Link(MarkdownDocument document)
    {
        var topics = new HashSet<string>(StringComparer.Ordinal);
        foreach (var topic in document.Descendants<TopicInline>().Where(t => !StandsInLink(t)))
        {
            topic.Linked = topics.Contains(topic.Topic) || (topics.Count < MaxTopics && topics.Add(topic.Topic));
        }

        return [.. topics];
    }

    /// <summary>The page and the post's title hold levels 1 and 2; what stands in a text begins below them, and goes down one step at a time.</summary>
    private static void Lower(MarkdownDocument document)
    {
        var above = new Stack<int>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (above.TryPeek(out var level) && level >= heading.Level)
            {
                above.Pop();
            }

            above.Push(heading.Level);
            heading.Level = Math.Min(6, 2 + above.Count);
        }
    }

    private static bool StandsInLink(Inline inline)
    {
        for (Inline? parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    private string ToHtml(MarkdownDocument document)
    {
        using var writer = new BoundedWriter(MaxHtml);
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new MentionRenderer());
        renderer.ObjectRenderers.Insert(0, new TopicRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTaskListRenderer>(new TaskBox());
        renderer.Render(document);
        return writer.ToString();
    }

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePipeTables()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
            .UseSoftlineBreakAsHardlineBreak();
        builder.InlineParsers.Insert(0, new MentionParser());
        builder.InlineParsers.Insert(0, new TopicParser());
        builder.BlockParsers.Find<ParagraphBlockParser>()!.Closed += TextBounds.CheckBlock;
        builder.BlockParsers.Find<HeadingBlockParser>()!.Closed += TextBounds.CheckBlock;
        return builder.Build();
    }

    /// <summary>A form control would be a promise that it can be ticked; a sign is not.</summary>
    private sealed class TaskBox : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList task) => renderer.Write(task.Checked ? "☑" : "☐");
    }
}
