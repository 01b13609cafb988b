using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Intranet.App.Feeds;

/// <summary>Keeps the draft while one writes, and hands the finished post over.</summary>
public sealed partial class Composer : ComponentBase
{
    private TextBox _box = default!;
    private Writing _writing = new();
    private Draft? _draft;
    private IReadOnlyList<SpaceChoice> _spaces = [];
    private SafeHtml? _preview;
    private string? _refused;
    private string? _status;
    private bool _open;
    private bool _asked = true;
    private bool _busy;
    private bool _homeless;
    private ElementReference _where;

    /// <summary>The space it is for; null lets the author choose.</summary>
    [Parameter]
    public Guid? SpaceId { get; set; }

    [Parameter, EditorRequired]
    public Func<NewPost, Task> OnPublish { get; set; } = default!;

    /// <summary>Somebody is writing here.</summary>
    [Parameter]
    public EventCallback OnWriting { get; set; }

    [CascadingParameter]
    public Me Me { get; set; } = default!;

    private string Place => SpaceId is { } id ? $"space:{id:N}" : "home";

    private string Prompt =>
        _writing.Kind switch
        {
            PostKind.Question => "What do you want to know?",
            PostKind.Praise => "What did they do?",
            PostKind.Poll => "What should be decided?",
            PostKind.Announcement => "What must everybody know?",
            _ => "What should others know?",
        };

    protected override async Task OnInitializedAsync()
    {
        var spaces = await Choices.Spaces(Me.Viewer);
        _spaces = SpaceId is { } only ? [.. spaces.Where(s => s.Id == only)] : spaces;
        _draft = await Drafts.Load(Me.Viewer, Place);
        Guid[] named = [.. (_draft?.People ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
        _writing = Begin(_draft, named.Length == 0 ? [] : await Mentioning.People(Me.Viewer, named));
        (_open, _asked) = (_draft is not null, _draft is null);
    }

    /// <summary>Who may write in one space only has no choice to make.</summary>
    private Writing Begin(Draft? draft, IReadOnlyList<MentionChoice> praised) =>
        Writing.From(draft, SpaceId ?? (_spaces.Count == 1 ? _spaces[0].Id : null), Me.Zone, praised);

    private Task Typed(string text)
    {
        _writing.Text = text;
        return Keep();
    }

    /// <summary>Everything that was chosen waits with the text.</summary>
    private async Task Keep()
    {
        await Drafts.Keep(Me.Viewer, Place, draft => _writing.Into(draft, Me.Zone));
        _status = _writing.Empty ? null : "Draft saved";
        await OnWriting.InvokeAsync();
    }

    private Task Retitle(ChangeEventArgs e)
    {
        _writing.Title = $"{e.Value}";
        return Keep();
    }

    private async Task Move(ChangeEventArgs e)
    {
        var attached = _writing.SpaceId is not null && _box.Text.Contains("/documents/", StringComparison.Ordinal);
        _writing.SpaceId = Guid.TryParse($"{e.Value}", out var id) ? id : null;
        _homeless = false;
        await Keep();
        if (attached)
            _status = "Files that are attached stay in the space they were added to. Who cannot read there cannot open them.";
    }

    private async Task Look()
    {
        try
        {
            _preview = _preview is null ? await Texts.Preview(Me.Viewer, _box.Text) : null;
        }
        catch (Refusal refusal)
        {
            _refused = refusal.Message;
        }
    }

    private async Task Publish()
    {
        _writing.Text = _box.Text;
        (_refused, _homeless) = (null, _writing.SpaceId is null);
        if (_homeless)
            await _where.FocusAsync();
        if (_busy || _homeless || !_box.Described())
            return;
        _busy = true;
        try
        {
            Body.Within(_writing.Text);
            var sent = OnPublish(_writing.Finish(Me.Zone));
            await _box.Clear();
            await sent;
            await Drafts.Forget(Me.Viewer, Place);
            (_writing, _draft, _preview, _status, _open, _asked) = (Begin(null, []), null, null, null, false, true);
        }
        catch (Refusal refusal)
        {
            _refused = refusal.Message;
            await _box.Refill(_writing.Text);
        }
        finally
        {
            _busy = false;
        }
    }

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private Choices Choices { get; set; } = default!;

    [Inject]
    private Mentioning Mentioning { get; set; } = default!;

    [Inject]
    private Texts Texts { get; set; } = default!;
}
