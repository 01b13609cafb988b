using Bunit;
using Intranet.App.Layout;
using Intranet.App.Shared;
using Intranet.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Layout;

public sealed class RailTests : BunitContext
{
    private static readonly RailSpace Council = new(Guid.NewGuid(), "Works council", "/spaces/council", true, "lock");
    private static readonly Me Amara = new(
        Guid.NewGuid(),
        "Amara Okafor",
        "a@x.example",
        PersonKind.Employee,
        Duties.None,
        null,
        false,
        TimeZoneInfo.Utc,
        null,
        null
    );

    private IRenderedComponent<Rail> Show(Me me, string at)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(at);
        return Render<Rail>(p => p.Add(r => r.Content, new RailContent("Nordwind", [Council], 3)).Add(r => r.Me, me));
    }

    [Theory]
    [InlineData("/", "Home")]
    [InlineData("/spaces", "Spaces")]
    [InlineData("/spaces/other", "Spaces")]
    [InlineData("/spaces/council/members?page=2", "Works council")]
    [InlineData("/people/42", "People")]
    public void Exactly_the_room_one_is_in_is_marked(string at, string room) =>
        Assert.Equal([room], Show(Amara, at).FindAll("[aria-current=page]").Select(a => a.GetAttribute("title")));

    [Fact]
    public void The_mark_follows_when_another_page_is_opened()
    {
        var rail = Show(Amara, "/");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/people");
        rail.WaitForAssertion(() => Assert.Equal("People", rail.Find("[aria-current=page]").GetAttribute("title")));
    }

    [Fact]
    public void Adoption_and_admin_are_offered_to_those_who_may_see_them_and_to_nobody_else()
    {
        Assert.DoesNotContain(Show(Amara, "/").FindAll("a"), a => a.GetAttribute("href") is "/adoption" or "/admin");
        Assert.Contains(Show(Amara with { LeadsTeam = true }, "/").FindAll("a"), a => a.GetAttribute("href") == "/adoption");
        Assert.Contains(Show(Amara with { Duties = Duties.Admin }, "/").FindAll("a"), a => a.GetAttribute("href") == "/admin");
        Assert.DoesNotContain(
            Show(Amara with { Duties = Duties.Admin, Kind = PersonKind.Guest }, "/").FindAll("a"),
            a => a.GetAttribute("href") == "/admin"
        );
    }

    [Fact]
    public void What_is_new_is_said_in_words_too()
    {
        var rail = Show(Amara, "/");
        Assert.Equal("3 unread", rail.Find(".count").TextContent);
        Assert.Equal("unread", rail.Find($"a[href='{Council.Href}'] .dot").TextContent);
    }
}
