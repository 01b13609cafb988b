using Intranet.App.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Intranet.App.Documents.Wiki;

/// <summary>Reads and fills the box by its script.</summary>
public sealed partial class PageBox : ComponentBase, IAsyncDisposable
{
    private static readonly (string Act, string Name, string Icon)[] Acts =
    [
        ("bold", "Bold", "bold"),
        ("italic", "Italic", "italic"),
        ("list", "List", "list"),
        ("numbered", "Numbered list", "numbered"),
        ("quote", "Quote", "quote"),
        ("code", "Code", "code"),
        ("table", "Table", "table"),
        ("link", "Link to an address", "link"),
    ];

    private ElementReference _root;
    private Script<PageBox>? _script;

    /// <summary>Under which name this browser keeps the text.</summary>
    [Parameter, EditorRequired]
    public string DraftKey { get; set; } = "";

    /// <summary>What stands in the box at first, unless this browser knows something newer.</summary>
    [Parameter, EditorRequired]
    public string First { get; set; } = "";

    [Parameter]
    public DateTimeOffset? FirstAt { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> OnText { get; set; }

    /// <summary>The text stands in the box and can be changed.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnReady { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment Tools { get; set; } = default!;

    [Parameter, EditorRequired]
    public RenderFragment Foot { get; set; } = default!;

    [CascadingParameter]
    public Me Me { get; set; } = default!;

    public string Text { get; private set; } = "";

    protected override void OnInitialized() => Text = First;

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
                draftKey = $"{Me.Id:N}.{DraftKey}",
                maxLength = PageTexts.Limit,
                text = First,
                textAt = (FirstAt ?? default).ToUnixTimeMilliseconds(),
                page = true,
            }
        );
        // Until the text stands in the box, whoever wrote into it would write a page anew.
        if (_script.Runs)
            await OnReady.InvokeAsync();
        StateHasChanged();
    }

    [JSInvokable]
    public Task TextChanged(string text)
    {
        Text = text;
        return OnText.InvokeAsync(text);
    }

    /// <summary>What stands in the box at this moment; the script tells of it a little later by itself.</summary>
    public async Task<string> Read() => _script is null ? Text : Text = await _script.Ask("read") ?? Text;

    /// <summary>Puts another text into the box.</summary>
    public async Task Put(string text)
    {
        Text = text;
        if (_script is not null)
            await _script.Tell("set", text);
    }

    /// <summary>Puts words where one is writing.</summary>
    public async Task Insert(string words)
    {
        if (_script is not null)
            await _script.Tell("insert", words);
    }

    /// <summary>Empties the box, here and in what the browser keeps, after its text was saved or given up.</summary>
    public async Task Clear()
    {
        Text = "";
        if (_script is not null)
            await _script.Tell("published");
    }

    public async ValueTask DisposeAsync()
    {
        if (_script is not null)
            await _script.DisposeAsync();
    }

    [Inject]
    private IJSRuntime Js { get; set; } = default!;
}
