using System.Reflection;
using Intranet.App;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Tests.Servers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Time.Testing;

namespace Intranet.Tests.Architecture;

public sealed class RoomsTests
{
    private const string AppProject = "Intranet.App";
    private const string DomainProject = "Intranet.Domain";
    private static readonly Assembly App = typeof(IntranetDb).Assembly;
    private static readonly Assembly Domain = typeof(Refusal).Assembly;
    private static readonly IReadOnlyList<Use> AppUses = Uses.In(App);

    /// <summary>Rooms that lean on another beyond rendering its components, each with the reason. They lean one way only: the circles are tested too.</summary>
    private static readonly Dictionary<(string From, string To), string> Leaning = new()
    {
        [("People", "Access")] = "a person who is added gets a way in, and one who leaves loses it, in the same act",
        [("Admin", "Access")] = "first start makes the first account and signs it in",
        [("Admin", "People")] = "first start makes the first person",
        [("Spaces", "Access")] = "a guest who takes up an invitation gets a way in, in the same act",
    };

    [Fact]
    public void The_domain_references_nothing_but_the_runtime()
    {
        var strangers = Domain.GetReferencedAssemblies().Where(name => !IsRuntime(name.Name!)).Select(name => name.Name);

        Assert.Empty(strangers);
    }

    [Fact]
    public void Every_folder_is_a_feature_or_the_ground_floor()
    {
        string[] known = [.. Rooms.Features, .. Rooms.GroundFloor, Rooms.Doorstep];
        var app = App.GetTypes().Select(type => Rooms.Of(AppProject, type.FullName!)).Except(known);
        var domain = Domain.GetTypes().Select(type => Rooms.Of(DomainProject, type.FullName!)).Except([.. Rooms.Features, Rooms.Doorstep]);

        Says.Nothing(app.Concat(domain), "These folders are new: give them a place in Rooms.cs, or move what they hold.");
    }

    [Fact]
    public void Features_use_each_other_only_by_rendering_a_component()
    {
        var wrong = AcrossRooms()
            .Where(use => Rooms.Features.Contains(RoomOf(use.From)) && Rooms.Features.Contains(RoomOf(use.To)))
            .Where(use => !IsComponent(use.To) && !Leans(use));

        Says.Nothing(
            wrong,
            "A feature may render another's component or read the ledger; what both need belongs to the Domain or the ground floor."
        );
    }

    [Fact]
    public void No_reason_stands_for_a_room_that_no_longer_leans() =>
        Says.Nothing(
            Leaning.Keys.Except(AcrossRooms().Where(use => !IsComponent(use.To)).Select(use => (RoomOf(use.From), RoomOf(use.To)))),
            "These lines of Leaning are no longer needed."
        );

    [Fact]
    public void The_ground_floor_carries_the_features_and_does_not_use_them()
    {
        var tables = new Databases(new Installation(TestFolder.Create("model")), new FakeTimeProvider())
            .Open(Viewer.Nobody)
            .Model.GetEntityTypes()
            .Select(entity => entity.ClrType.FullName)
            .ToHashSet();

        var wrong = AcrossRooms()
            .Where(use => Rooms.GroundFloor.Contains(RoomOf(use.From)) && Rooms.Features.Contains(RoomOf(use.To)))
            .Where(use => !IsComponent(use.To) && !Leans(use))
            .Where(use => !(RoomOf(use.From) == "Data" && tables.Contains(use.To)));

        Says.Nothing(
            wrong,
            "Data, Live, Shared and Layout know no feature, but for the tables that Data maps and the components that are rendered."
        );
    }

    [Fact]
    public void Features_form_no_circle()
    {
        var edges = AcrossRooms()
            .Select(use => (From: RoomOf(use.From), To: RoomOf(use.To)))
            .Where(edge => Rooms.Features.Contains(edge.From) && Rooms.Features.Contains(edge.To));

        Assert.Null(Circle.Find(edges));
    }

    [Fact]
    public void The_domain_forms_no_circle()
    {
        var edges = Uses.In(Domain)
            .Where(use => use.To.StartsWith(DomainProject, StringComparison.Ordinal))
            .Select(use => (From: Rooms.Of(DomainProject, use.From), To: Rooms.Of(DomainProject, use.To)))
            .Where(edge => edge.From != edge.To);

        Assert.Null(Circle.Find(edges));
    }

    [Fact]
    public void Only_Data_names_a_database_provider_or_a_context_factory()
    {
        string[] providers =
        [
            "Microsoft.EntityFrameworkCore.Sqlite",
            "Microsoft.Data.Sqlite",
            "Npgsql",
            "Microsoft.EntityFrameworkCore.IDbContextFactory",
        ];

        var wrong = AppUses
            .Where(use => RoomOf(use.From) != "Data")
            .Where(use => Array.Exists(providers, name => use.To.StartsWith(name, StringComparison.Ordinal)));

        Says.Nothing(wrong, "Only Data knows which database it is.");
    }

    private static IEnumerable<Use> AcrossRooms() =>
        AppUses.Where(use => use.To.StartsWith(AppProject + ".", StringComparison.Ordinal) && RoomOf(use.From) != RoomOf(use.To));

    private static bool Leans(Use use) => Leaning.ContainsKey((RoomOf(use.From), RoomOf(use.To)));

    private static string RoomOf(string type) => Rooms.Of(AppProject, type);

    private static bool IsComponent(string type) => App.GetType(type) is { } found && found.IsAssignableTo(typeof(IComponent));

    private static bool IsRuntime(string assembly) =>
        assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard";
}
