using System.Text.RegularExpressions;
using Intranet.Domain.Spaces;
using Intranet.Tests.Architecture;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Intranet.Tests.Traces;

/// <summary>Who stands outside a room finds no trace of it, whatever door they try: not in words, not in counts, not in a different refusal.</summary>
public sealed partial class NoTraceTests
{
    [Theory]
    [InlineData(Openness.Secret, SpacePurpose.ClientRoom)]
    [InlineData(Openness.Unlisted, SpacePurpose.ClientRoom)]
    public async Task Every_page_answers_as_if_the_room_did_not_exist(Openness openness, SpacePurpose purpose)
    {
        await using var world = await HiddenRoom.Without(Engine.Sqlite);
        var before = await Everywhere(world, PageDoors.Plain);
        await world.Appear(openness, purpose);
        var differ = new List<string>();

        foreach (var ((who, path), answer) in await Everywhere(world, PageDoors.Plain))
        {
            differ.AddRange(Traces(world, who, answer, path).Select(trace => $"{who} {path} shows {trace}"));
            if (!PageDoors.Moves(who, path) && answer != before[(who, path)])
                differ.Add($"{who} {path} changed: {Difference(before[(who, path)], answer)}");
        }
        var nothing = Names.OfNothing();
        foreach (var (route, addresses) in PageDoors.Addressed)
        foreach (var (hidden, absent) in addresses(world.Names).Zip(addresses(nothing)))
        foreach (var who in Enum.GetValues<Onlooker>().Where(who => !PageDoors.OpensByLink(who, route, openness)))
        {
            using var browser = world.Browser(who);
            var (there, nowhere) = (await Ask(browser, hidden), await Ask(browser, absent));
            differ.AddRange(Traces(world, who, there, hidden).Select(trace => $"{who} {hidden} shows {trace}"));
            if (Nameless(there, world.Names) != Nameless(nowhere, nothing))
                differ.Add($"{who} {route}: {Difference(Nameless(nowhere, nothing), Nameless(there, world.Names))}");
            if (there.StartsWith("403", StringComparison.Ordinal))
                differ.Add($"{who} {route} is forbidden, which says that it is there");
        }

        Says.Nothing(differ, "These doors tell of a room to people who may not know of it.");
    }

    [Fact]
    public async Task Of_a_closed_room_only_its_door_is_seen()
    {
        await using var world = await HiddenRoom.Without(Engine.Sqlite);
        await world.Appear(Openness.Closed, SpacePurpose.Project);
        await world.PassOn();
        var wrong = new List<string>();
        string[] paths = [.. PageDoors.Plain, .. PageDoors.Addressed.Values.SelectMany(a => a(world.Names)), $"/posts/{world.Passed}"];

        foreach (var ((who, path), answer) in await Everywhere(world, paths))
        {
            var employee = who is Onlooker.Outsider or Onlooker.Administrator or Onlooker.FormerMember;
            var shown = employee ? WithoutDoor(answer, world.Names) : answer;
            wrong.AddRange(Traces(world, who, shown, path).Select(trace => $"{who} {path} shows {trace}"));
        }

        Says.Nothing(wrong, "Of a closed room employees see name and description, guests nothing, and nobody outside what is in it.");
    }

    [Fact]
    public async Task Every_page_and_endpoint_has_its_place_among_the_doors()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var routes = office
            .Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').TrimEnd('/'))
            .Distinct()
            .ToList();
        string[] listed = [.. PageDoors.Plain, .. PageDoors.Addressed.Keys, .. PageDoors.Elsewhere.Keys];

        Says.Nothing(routes.Except(listed), "These doors are new: say in PageDoors.cs how an outsider would try them.");
        Says.Nothing(listed.Except(routes), "These doors of PageDoors.cs are gone.");
    }

    private static async Task<Dictionary<(Onlooker Who, string Path), string>> Everywhere(HiddenRoom world, IEnumerable<string> paths)
    {
        var answers = new Dictionary<(Onlooker, string), string>();
        foreach (var who in Enum.GetValues<Onlooker>())
        {
            using var browser = world.Browser(who);
            foreach (var path in paths.Distinct())
                answers[(who, path)] = await Ask(browser, path);
        }
        return answers;
    }

    /// <summary>Status, where it leads, and the body without what differs from answer to answer whatever is asked.</summary>
    private static async Task<string> Ask(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return $"{(int)answer.StatusCode} {answer.Headers.Location} {Passing().Replace(await answer.Content.ReadAsStringAsync(), "")}";
    }

    /// <summary>What of the room stands in an answer, beside what the asker said themselves and whose accounts they look after.</summary>
    private static IEnumerable<string> Traces(HiddenRoom world, Onlooker who, string answer, string said)
    {
        var accounts = PageDoors.ShowsAccounts(who, said);
        var words = Says(HiddenRoom.Word) ? [] : new[] { HiddenRoom.Word };
        var guest = accounts ? [] : new[] { HiddenRoom.Guest };
        var ids = world.Names.Ids.Where(id => !accounts || id != world.Names.Guest).SelectMany(id => new[] { $"{id:D}", $"{id:N}" });
        return words
            .Concat(guest)
            .Concat(ids.Where(id => !Says(id)))
            .Where(trace => answer.Contains(trace, StringComparison.OrdinalIgnoreCase));

        bool Says(string word) => said.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The answer without the names it was asked by.</summary>
    private static string Nameless(string answer, Names names)
    {
        foreach (
            var said in names
                .Ids.SelectMany(id => new[] { $"{id:D}", $"{id:N}" })
                .Concat([names.Word, names.LinkKey, names.InvitationSecret, names.GuestPicture])
        )
            answer = said.Length == 0 ? answer : answer.Replace(said, "NAME", StringComparison.OrdinalIgnoreCase);
        return answer;
    }

    /// <summary>The answer without name, description and address of a closed room, which employees may know.</summary>
    private static string WithoutDoor(string answer, Names names) =>
        answer
            .Replace($"All about the {names.Word}", "", StringComparison.Ordinal)
            .Replace($"{names.Room}", "", StringComparison.Ordinal)
            .Replace($">{names.Word}<", "", StringComparison.Ordinal)
            .Replace($"Ask to join {names.Word}", "", StringComparison.Ordinal);

    internal static string Difference(string a, string b)
    {
        var at = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{Around(a, at)}… or …{Around(b, at)}…";

        static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 100)].ReplaceLineEndings(" ");
    }

    [GeneratedRegex(
        """nonce="[^"]*"|<!--Blazor[^>]*-->|<time[^>]*>[^<]*</time>|[A-Za-z0-9_-]{80,}|name="Key" value="[^"]*"|<p class="code">[^<]*</p>"""
    )]
    internal static partial Regex Passing();
}
