using Bunit;
using Intranet.App.Shared;

namespace Intranet.Tests.Shared;

public sealed class FloatingPanelTests : BunitContext
{
    private int _closed;

    private IRenderedComponent<FloatingPanel> Show(FloatKind kind) =>
        Render<FloatingPanel>(p =>
            p.Add(f => f.Title, "New closed group")
                .Add(f => f.Kind, kind)
                .Add(f => f.OnClose, () => _closed++)
                .AddChildContent("<p>inside</p>")
        );

    [Theory]
    [InlineData(FloatKind.Dialog, "dialog")]
    [InlineData(FloatKind.Sheet, "sheet")]
    [InlineData(FloatKind.Palette, "palette")]
    public void Escape_and_a_tap_outside_close_it_and_a_tap_inside_does_not(FloatKind kind, string box)
    {
        var panel = Show(kind);
        Assert.Equal("New closed group", panel.Find("dialog[data-float]").GetAttribute("aria-label"));
        panel.Find("dialog").TriggerEvent("oncancel", EventArgs.Empty);
        Assert.Equal(1, _closed);
        panel.Find("dialog").Click();
        Assert.Equal(2, _closed);
        // The box stops the tap before it reaches the dialog, so nothing answers it.
        Assert.Throws<MissingEventHandlerException>(() => panel.Find($"dialog > .{box} p").Click());
        Assert.Equal(2, _closed);
    }
}
