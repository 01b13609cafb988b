using Bunit;
using Intranet.App.Shared;
using Microsoft.AspNetCore.Components;

namespace Intranet.Tests.Shared;

public sealed class GuardedTests : BunitContext
{
    private sealed class Fragile : ComponentBase
    {
        public static bool Fails { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (Fails)
                throw new InvalidOperationException("secret detail");
            builder.AddContent(0, "whole");
        }
    }

    [Fact]
    public void A_failure_shows_a_code_to_quote_and_no_detail_and_can_be_tried_again()
    {
        Fragile.Fails = true;
        var screen = Render<Guarded>(p => p.AddChildContent<Fragile>());
        Assert.Matches("^[A-Z2-9]{3}-[A-Z2-9]{3}$", screen.Find("code").TextContent);
        Assert.DoesNotContain("secret", screen.Markup);

        Fragile.Fails = false;
        screen.Find("button").Click();
        Assert.Equal("whole", screen.Markup);
    }
}
