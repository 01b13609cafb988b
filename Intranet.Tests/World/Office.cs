using Intranet.App;
using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Intranet.Tests.World;

/// <summary>A small intranet on a real database: its services, a clock that stands until it is moved, and hands to put people and rooms into it.</summary>
public sealed class Office : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Migrated = new(MigrateTemplate);
    private readonly IServiceProvider _services;
    private readonly IAsyncDisposable _running;

    private Office(Installation installation)
    {
        Installation = installation;
        var services = new ServiceCollection();
        Host.AddProduct(services, installation);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ILoggerFactory, NullLoggerFactory>();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        var provider = services.BuildServiceProvider();
        (_services, _running) = (provider, provider);
    }

    private Office(Installation installation, WebApplication app)
    {
        Installation = installation;
        (_services, _running) = (app.Services, app);
    }

    public Installation Installation { get; }
    public string Address { get; private init; } = "";
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    public IServiceProvider Services => _services;
    public Store Store => Get<Store>();
    public Announcer Announcer => Get<Announcer>();

    /// <param name="set">Changes the settings it is opened with.</param>
    public static async Task<Office> Open(Engine engine, Func<Installation, Installation>? set = null)
    {
        var installation = await Installed(engine);
        return new(set?.Invoke(installation) ?? installation);
    }

    /// <summary>The same with its web server on a free port of this machine, on the system's clock.</summary>
    public static async Task<Office> Serve(
        Engine engine,
        Action<WebApplicationBuilder>? adjust = null,
        Func<Installation, Installation>? set = null
    )
    {
        var installation = await Installed(engine);
        var office = await Serve(set?.Invoke(installation) ?? installation, adjust);
        // An intranet that nobody has set up answers every request with its welcome page.
        await office.Store.Write(Viewer.Nobody, work => Task.FromResult(work.Db.Settings.Add(new Setting(Setting.Organisation, "Office"))));
        return office;
    }

    /// <summary>Serves data that are there already; beside another office on the same data it is one more node.</summary>
    public static async Task<Office> Serve(Installation installation, Action<WebApplicationBuilder>? adjust = null)
    {
        var app = Host.Build(installation, "http://127.0.0.1:0", adjust);
        await app.StartAsync();
        return new Office(installation, app) { Address = app.Urls.Single() };
    }

    /// <summary>A data folder, or a database, of this version's shape in which nothing is yet.</summary>
    internal static async Task<Installation> Installed(Engine engine)
    {
        var folder = TestFolder.Create("office");
        if (engine == Engine.Sqlite)
        {
            var installation = new Installation(folder).Prepare();
            File.Copy(await Migrated.Value, installation.SqliteFile);
            return installation;
        }
        var connection = await PostgresServer.CreateDatabase("office", Migrate);
        return new Installation(folder, connection).Prepare();

        static Task Migrate(string connection) => new Databases(new Installation("", connection), TimeProvider.System).Migrate();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<Person> Employee(string name, Duties duties = Duties.None, Guid? team = null) =>
        Add(
            name,
            PersonKind.Employee,
            person =>
            {
                person.TakeOn(duties);
                person.TeamId = team;
            }
        );

    public Task<Person> Guest(string name) => Add(name, PersonKind.Guest, _ => { });

    public Task<Team> Team(string name, Guid? parent = null, Guid? manager = null) =>
        Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Teams.Add(new Team(Guid.CreateVersion7(), name, parent, manager)).Entity)
        );

    public Task<Space> Room(string name, Openness openness, Person owner, params Person[] members) =>
        Room(name, openness, SpacePurpose.Project, owner, members);

    public Task<Space> Room(string name, Openness openness, SpacePurpose purpose, Person owner, params Person[] members) =>
        Store.Write(
            Viewer.Nobody,
            work =>
            {
                var space = new Space(Guid.CreateVersion7(), name, purpose, openness, work.Now);
                work.Db.Spaces.Add(space);
                foreach (var person in members.Prepend(owner))
                {
                    work.Db.People.Attach(person);
                    var role =
                        person == owner ? SpaceRole.Owner
                        : person.Kind == PersonKind.Guest ? SpaceRole.Guest
                        : SpaceRole.Member;
                    work.Db.Memberships.Add(new Membership(space, person, role, work.Now));
                }
                return Task.FromResult(space);
            }
        );

    public async ValueTask DisposeAsync()
    {
        // Screens that are still open say goodbye to services that are still there.
        if (_running is WebApplication app)
            await app.StopAsync();
        await _running.DisposeAsync();
    }

    private Task<Person> Add(string name, PersonKind kind, Action<Person> adjust) =>
        Store.Write(
            Viewer.Nobody,
            work =>
            {
                var person = new Person(Guid.CreateVersion7(), name, $"{Guid.NewGuid():N}@example.org", kind);
                adjust(person);
                work.Db.People.Add(person);
                return Task.FromResult(person);
            }
        );

    private static async Task<string> MigrateTemplate()
    {
        var installation = new Installation(TestFolder.Create("template")).Prepare();
        await new Databases(installation, TimeProvider.System).Migrate();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return installation.SqliteFile;
    }
}

/// <summary>Short words for tests.</summary>
public static class Words
{
    public static Viewer Eyes(this Person person) => new(person.Id);
}
