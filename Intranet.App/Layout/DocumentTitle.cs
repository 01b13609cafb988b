using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Intranet.App.Layout;

/// <summary>The title of the window. While the page is made it goes into the head; afterwards one call sets it, and no circuit carries the outlets that would wait for it.</summary>
public sealed class DocumentTitle : IComponent
{
    private RenderHandle _handle;
    private string? _shown;

    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (Text == _shown)
            return Task.CompletedTask;
        _shown = Text;
        if (_handle.RendererInfo.IsInteractive)
            return Say();
        _handle.Render(builder =>
        {
            builder.OpenComponent<PageTitle>(0);
            builder.AddComponentParameter(1, nameof(PageTitle.ChildContent), (RenderFragment)(title => title.AddContent(0, Text)));
            builder.CloseComponent();
        });
        return Task.CompletedTask;
    }

    private async Task Say()
    {
        try
        {
            await Js.SetValueAsync("document.title", Text);
        }
        catch (JSDisconnectedException)
        {
            // The window is gone, and its title with it.
        }
    }
}
