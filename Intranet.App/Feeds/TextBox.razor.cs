using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Intranet.App.Feeds;

/// <summary>Reads and fills the box by its script, and asks for the words of pictures.</summary>
public sealed partial class TextBox : ComponentBase, IAsyncDisposable
{
    private static readonly (string Act, string Name, string Icon)[] Few =
    [
        ("mention", "Mention somebody", "mention"),
        ("emoji", "Emoji", "react"),
        ("image", "Picture", "image"),
        ("attach", "Attach a file", "attach"),
        ("link", "Link", "link"),
    ];

    private static readonly (string Act, string Name, string Icon)[] All =
    [
        ("bold", "Bold", "bold"),
        ("italic", "Italic", "italic"),
        ("list", "List", "list"),
        ("numbered", "Numbered list", "numbered"),
        ("quote", "Quote", "quote"),
        ("code", "Code", "code"),
        ("table", "Table", "table"),
        .. Few,
    ];

    private ElementReference _root;
    private Script<TextBox>? _script;
    private IReadOnlyList<string> _nameless = [];

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>Under which name this browser keeps the text; without one it is not kept.</summary>
    [Parameter]
    public string? DraftKey { get; set; }

    /// <summary>What stands in the box at first, unless this browser knows something newer.</summary>
    [Parameter]
    public string? First { get; set; }

    [Parameter]
    public DateTimeOffset? FirstAt { get; set; }

    /// <summary>The space it is written for: mentions mark who cannot read there.</summary>
    [Parameter]
    public Guid? SpaceId { get; set; }

    [Parameter]
    public EventCallback<string> OnText { get; set; }

    [Parameter]
    public string? Refused { get; set; }

    [Parameter]
    public SafeHtml? Preview { get; set; }

    [Parameter]
    public bool Compact { get; set; }

    [Parameter]
    public bool Focus { get; set; }

    [Parameter]
    public RenderFragment? Above { get; set; }

    [Parameter]
    public RenderFragment? Middle { get; set; }

    [Parameter]
    public RenderFragment? Tools { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment Foot { get; set; } = default!;

    [CascadingParameter]
    public Me Me { get; set; } = default!;

    public string Text { get; private set; } = "";

    private int Rows => Compact ? 1 : 3;

    protected override void OnInitialized() => Text = First ?? "";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !RendererInfo.IsInteractive)
            return;
        _script = new(this);
        await _script.Attach(
            Js,
            "/js/composer.js",
            _root,
            _script.Self,
            new
            {
                draftKey = DraftKey is null ? null : $"{Me.Id:N}.{DraftKey}",
                maxLength = Body.Limit,
                text = First,
                textAt = (FirstAt ?? default).ToUnixTimeMilliseconds(),
            }
        );
        if (Focus)
            await _script.Tell("focus");
    }

    [JSInvokable]
    public Task TextChanged(string text)
    {
        Text = text;
        return OnText.InvokeAsync(text);
    }

    [JSInvokable]
    public Task<IReadOnlyList<MentionChoice>> FindMentions(string query) => Mentioning.Find(Me.Viewer, query, SpaceId);

    /// <summary>False, and asks, while a picture in the text has no description.</summary>
    public bool Described()
    {
        _nameless = Texts.PicturesWithoutWords(Text);
        StateHasChanged();
        return _nameless.Count == 0;
    }

    /// <summary>Empties the box after its text was published.</summary>
    public async Task Clear()
    {
        (Text, _nameless) = ("", []);
        if (_script is not null)
            await _script.Tell("published");
    }

    /// <summary>Gives a text back that could not be published.</summary>
    public async Task Refill(string text)
    {
        Text = text;
        if (_script is not null)
            await _script.Tell("set", text);
    }

    private async Task Describe(IReadOnlyDictionary<string, string> words)
    {
        _nameless = [];
        await Refill(Texts.Describe(Text, words));
    }

    public async ValueTask DisposeAsync()
    {
        if (_script is not null)
            await _script.DisposeAsync();
    }

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private Mentioning Mentioning { get; set; } = default!;
}
