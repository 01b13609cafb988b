using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Intranet.App.Shared;

/// <summary>Looks people up while a name is typed, and keeps those who are picked.</summary>
public sealed partial class PeoplePicker : ComponentBase
{
    private List<PersonChoice> _found = [];
    private string _text = "";
    private int _at;
    private bool _nobody;
    private ElementReference _input;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<PersonChoice> Picked { get; set; } = [];

    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<PersonChoice>> PickedChanged { get; set; }

    /// <summary>How many may be picked.</summary>
    [Parameter]
    public int Most { get; set; } = 50;

    /// <summary>Who can be found, where that is not everybody who works here.</summary>
    [Parameter]
    public Func<string, IReadOnlyCollection<Guid>, Task<List<PersonChoice>>>? Among { get; set; }

    /// <summary>Whether one writes here at once.</summary>
    [Parameter]
    public bool Focus { get; set; }

    [CascadingParameter]
    private Me Me { get; set; } = default!;

    private string Words =>
        _found.Count > 0 ? $"{_found.Count} found"
        : _nobody ? "Nobody found"
        : "";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Focus)
            await _input.FocusAsync();
    }

    private async Task Type(string? typed)
    {
        var text = _text = typed ?? "";
        Guid[] picked = [.. Picked.Select(p => p.Id)];
        var found =
            Picked.Count >= Most ? []
            : Among is null ? await Search.Find(Me.Viewer, text, [Me.Id, .. picked])
            : await Among(text, picked);
        if (text != _text)
            return;
        (_found, _at, _nobody) = (found, 0, found.Count == 0 && text.Trim().Length > 0);
    }

    private Task Key(KeyboardEventArgs e)
    {
        switch (e.Key)
        {
            case "ArrowDown" when _found.Count > 0:
                _at = (_at + 1) % _found.Count;
                break;
            case "ArrowUp" when _found.Count > 0:
                _at = (_at + _found.Count - 1) % _found.Count;
                break;
            case "Enter" when _found.Count > 0:
                return Take(_found[_at]);
            case "Escape":
                _found = [];
                break;
            case "Backspace" when _text.Length == 0 && Picked.Count > 0:
                return TakeOut(Picked[^1]);
        }
        return Task.CompletedTask;
    }

    private Task Take(PersonChoice person)
    {
        (_found, _text, _nobody) = ([], "", false);
        return PickedChanged.InvokeAsync([.. Picked, person]);
    }

    private Task TakeOut(PersonChoice person) => PickedChanged.InvokeAsync([.. Picked.Where(p => p.Id != person.Id)]);
}
