using Bunit;
using Intranet.App.Search;
using Intranet.App.Shared;
using Intranet.Domain.People;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Search;

public sealed class PaletteTests : BunitContext
{
    private int _closed;

    private static Me Of(Person person, Duties duties = Duties.None) =>
        new(person.Id, person.Name, person.Email, PersonKind.Employee, duties, null, false, TimeZoneInfo.Utc, null, null);

    private IRenderedComponent<Palette> Open(Cast cast, Me me)
    {
        Services.AddSingleton(cast.Office.Get<Searching>());
        Services.AddSingleton(TimeProvider.System);
        return Render<Palette>(p => p.AddCascadingValue(me).Add(x => x.OnClose, () => _closed++));
    }

    [Fact]
    public async Task Typing_finds_arrows_choose_and_enter_goes_there()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var post = await cast.Says(cast.Ann, "body", title: "Turbine news");
        var palette = Open(cast, Of(cast.Ben));

        palette.Find("input").Input("turb");
        palette.WaitForAssertion(() => Assert.Equal("Turbine", palette.Find(".option[aria-selected=true] .name").TextContent.Trim()));
        Assert.Equal("Turb", palette.Find(".option mark").TextContent[..4]);
        palette.Find("input").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });
        palette.WaitForAssertion(() =>
        {
            var chosen = palette.Find(".option[aria-selected=true]");
            Assert.Equal(chosen.Id, palette.Find("input").GetAttribute("aria-activedescendant"));
            Assert.Contains("Turbine news", chosen.TextContent);
        });
        palette.Find("input").KeyDown(new KeyboardEventArgs { Key = "Enter" });

        palette.WaitForAssertion(() => Assert.Equal(1, _closed));
        Assert.EndsWith($"/posts/{post}", Services.GetRequiredService<NavigationManager>().Uri);
    }

    [Fact]
    public async Task Whoever_presses_enter_at_once_goes_where_they_typed()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var palette = Open(cast, Of(cast.Ann));

        palette.Find("input").Input("turb");
        palette.Find("input").KeyDown(new KeyboardEventArgs { Key = "Enter" });

        palette.WaitForAssertion(() => Assert.EndsWith($"/spaces/{cast.Room.Id}", Services.GetRequiredService<NavigationManager>().Uri));
    }

    [Fact]
    public async Task Ways_are_offered_to_those_who_may_go_them()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var mine = Open(cast, Of(cast.Ann)).FindAll(".option .name").Select(o => o.TextContent).ToList();
        Assert.Contains("New post", mine);
        Assert.DoesNotContain("Adoption", mine);
        Assert.DoesNotContain("Administration", mine);

        var admins = Render<Palette>(p =>
            p.AddCascadingValue(Of(cast.Ann, Duties.Admin | Duties.Analyst)).Add(x => x.OnClose, () => _closed++)
        );
        Assert.Contains("Adoption", admins.FindAll(".option .name").Select(o => o.TextContent));
    }
}
