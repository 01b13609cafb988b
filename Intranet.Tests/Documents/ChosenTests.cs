using Bunit;
using Intranet.App.Documents;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Screens;
using Intranet.Domain.Documents;

namespace Intranet.Tests.Documents;

public sealed class ChosenTests
{
    private static readonly NodeRow[] Shown = [.. "abcd".Select(Row)];

    [Fact]
    public void A_line_is_taken_up_and_let_go_and_a_span_goes_from_the_last_to_this()
    {
        var chosen = new Chosen();
        chosen.Hear("choose", Shown[2], Shown);
        chosen.Hear("span", Shown[0], Shown);
        Assert.Equal("abc", Names(chosen));

        chosen.Hear("choose", Shown[1], Shown);
        Assert.Equal("ac", Names(chosen));
        chosen.Hear("all", null, Shown);
        Assert.Equal("abcd", Names(chosen));
        chosen.Hear("all", null, Shown);
        Assert.Equal("", Names(chosen));
        chosen.Hear("span", Shown[3], Shown);
        Assert.Equal("d", Names(chosen));
        chosen.Hear("none", null, Shown);
        Assert.Equal("", Names(chosen));
    }

    [Fact]
    public void What_went_is_chosen_no_more_and_what_changed_is_chosen_as_it_is_now()
    {
        var chosen = new Chosen();
        chosen.Hear("all", null, Shown);

        chosen.Keep([Shown[3], Shown[1] with { Name = "z" }]);

        Assert.Equal("dz", Names(chosen));
    }

    [Fact]
    public async Task More_than_an_archive_takes_is_said_before_it_is_asked_for()
    {
        await using var tab = new BunitContext();
        NodeRow[] most = [.. Enumerable.Repeat('a', Bundles.MostChosen).Select(Row)];
        var tools = tab.Render<ChosenTools>(p => p.Add(t => t.Rows, most).Add(t => t.MayFile, false));
        Assert.Single(tools.FindAll("a[download]"));

        tools.Render(p => p.Add(t => t.Rows, [.. most, Row('b')]));

        Assert.Empty(tools.FindAll("a[download]"));
        Assert.Contains($"A zip takes {Bundles.MostChosen} at once", tools.Markup);
    }

    private static string Names(Chosen chosen) => string.Concat(chosen.Rows.Select(r => r.Name));

    private static NodeRow Row(char name) =>
        new(Guid.CreateVersion7(), default, default, NodeKind.Document, $"{name}", $"{name}", 1, 1, null, default, default, "Ann");
}
