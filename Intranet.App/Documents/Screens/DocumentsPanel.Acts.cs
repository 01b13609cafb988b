using Intranet.App.Documents.Downloading;
using Intranet.Domain.Access;

namespace Intranet.App.Documents.Screens;

/// <summary>What is done to the lines of the list.</summary>
public sealed partial class DocumentsPanel
{
    private string? _doing;

    private Task MakeFolder(string name) => Try(() => Acts.Papers.MakeFolder(Me.Viewer, SpaceId, Folder, name, _key));

    private Task Rename(string name) => OnTouched(row => Acts.Papers.Rename(Me.Viewer, row.Id, name));

    private Task MoveTo(Goal goal) => OnTouched(row => Move(row, goal));

    private Task MoveChosen(Goal goal) => Each(_chosen.Rows, row => Move(row, goal));

    private Task CopyTo(Goal goal) => OnTouched(row => Copy(row, goal));

    private Task CopyChosen(Goal goal) => Each(_chosen.Rows, row => Copy(row, goal));

    private Task Move(NodeRow row, Goal goal) =>
        goal.SpaceId == row.SpaceId
            ? Acts.Papers.Move(Me.Viewer, row.Id, goal.Folder)
            : Acts.Copies.Carry(Me.Viewer, row.Id, goal.SpaceId, goal.Folder, Once(row));

    private Task<Guid> Copy(NodeRow row, Goal goal) => Acts.Copies.Copy(Me.Viewer, row.Id, goal.SpaceId, goal.Folder, row.Name, Once(row));

    /// <summary>Once for each, however often the button is pressed.</summary>
    private string Once(NodeRow row) => $"{_key}{row.Id:N}";

    /// <summary>What takes longer than a moment says that it is under way.</summary>
    private async Task Unpack(NodeRow row)
    {
        if (_doing is not null)
            return;
        (_touch, _doing) = (null, $"{row.Name} is being unpacked.");
        StateHasChanged();
        await Try(() => Task.Run(() => Acts.Archives.Unpack(Me.Viewer, row.Id, Once(row))));
        _doing = null;
    }

    private Task CheckOut(string note) => OnTouched(row => Acts.Versions.CheckOut(Me.Viewer, row.Id, note));

    private Task OnTouched(Func<NodeRow, Task> act) => _touch?.Row is { } row ? Try(() => act(row)) : Task.CompletedTask;

    /// <summary>What was done is shown at once, without waiting for the news of it. A refusal leaves what was typed where it is.</summary>
    private async Task<bool> Try(Func<Task> act, bool load = true)
    {
        try
        {
            _refused = null;
            await act();
            _touch = null;
            if (load)
                await _screen.Load();
            return true;
        }
        catch (Refusal refusal)
        {
            _refused = refusal.Message;
            return false;
        }
    }

    /// <summary>Each is an act of its own: what cannot be done to one leaves the others done. Gives those to which it was.</summary>
    private async Task<IReadOnlyList<NodeRow>> Each(IReadOnlyList<NodeRow> rows, Func<NodeRow, Task> act)
    {
        var done = new List<NodeRow>();
        string? refused = null;
        foreach (var row in rows)
        {
            if (await Try(() => act(row), load: false))
                done.Add(row);
            else
                refused = rows.Count == 1 ? _refused : $"{row.Name}: {_refused}";
        }
        await _screen.Load();
        _chosen.Keep(_screen.Rows);
        _refused = refused is null || rows.Count == 1 ? refused : $"{done.Count} of {rows.Count} were done. {refused}";
        return done;
    }
}
