using Intranet.App;
using Intranet.App.Data;
using Intranet.Tests.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Time.Testing;

namespace Intranet.Tests.Architecture;

public sealed class SightTests
{
    private const string Counter = "counts without content; Adoption tells them only under its rules of privacy, never a row as it is";

    /// <summary>Tables without a rule of sight, each with the reason.</summary>
    private static readonly Dictionary<string, string> Unruled = new()
    {
        ["Seat"] = "the rule itself rests on it; a rule here would be a circle",
        ["Knock"] = "the rule itself rests on it; a rule here would be a circle",
        ["Insider"] = "the rule itself rests on it; a rule here would be a circle",
        ["Byline"] = "an author stays named on what one may read; reached only by joining what has a rule",
        ["Placing"] = "ids and moments for the page of a feed; what is read by them is cut to the viewer after",
        ["Tally"] = "counts about posts that were read under the rule of sight in the same operation",
        ["Act"] = "the ledger, for its readers, which write for everybody; screens read what it points to",
        ["Alias"] = "ids alone, for the readers of the ledger, which write for everybody",
        ["Cursor"] = "how far each reader of the ledger came; holds no content",
        ["Setting"] = "the organisation's own settings, the same for everybody",
        ["PersonDay"] = Counter,
        ["PersonWeek"] = Counter,
        ["TeamDay"] = Counter,
        ["SpaceDay"] = Counter,
        ["SpacePersonDay"] = Counter,
        ["TieWeek"] = Counter,
        ["QuestionFate"] = Counter,
        ["Source"] = Counter,
        ["SourceDay"] = Counter,
        ["CountedWeek"] = Counter,
        ["Placement"] = "where people stood, for counting the past; Adoption tells counts only, never a row as it is",
        ["FormerSeat"] = "who was where, for counting the past; Adoption tells counts only, never a row as it is",
        ["EntryLink"] = "credentials, asked for before anybody is signed in",
        ["Account"] = "credentials, asked for before anybody is signed in",
    };

    [Theory]
    [InlineData(null)]
    [InlineData("Host=127.0.0.1")]
    public void Every_table_has_a_rule_of_sight_or_a_reason_why_not(string? postgres)
    {
        var without = Model(postgres).GetEntityTypes().Where(HasNoRule).Select(Name);

        Says.Nothing(
            without.Except(Unruled.Keys),
            "These tables show every row to everybody: give them a filter in Sight.cs, or a reason in SightTests.cs."
        );
    }

    [Fact]
    public void No_reason_stands_for_a_table_that_has_a_rule_or_is_gone()
    {
        var without = Model(null).GetEntityTypes().Where(HasNoRule).Select(Name);

        Says.Nothing(Unruled.Keys.Except(without), "These exceptions in SightTests.cs are no longer needed.");
    }

    private static bool HasNoRule(IReadOnlyEntityType entity) =>
        !IsCredential(entity) && entity.GetDeclaredQueryFilters().All(filter => filter.Key != Sight.Name);

    private static IModel Model(string? postgres)
    {
        using var db = new Databases(new Installation(TestFolder.Create("model"), postgres), new FakeTimeProvider()).Open(Viewer.Nobody);
        return db.Model;
    }

    /// <summary>What the framework keeps about credentials is asked for before anybody is signed in.</summary>
    private static bool IsCredential(IReadOnlyEntityType entity) =>
        entity.ClrType.Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) == true;

    private static string Name(IReadOnlyEntityType entity) => entity.DisplayName();
}
