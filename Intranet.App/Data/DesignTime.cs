using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Intranet.App.Data;

/// <summary>Lets `dotnet ef` make migrations for both databases without starting the product.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<SqliteIntranetDb>, IDesignTimeDbContextFactory<PostgresIntranetDb>
{
    SqliteIntranetDb IDesignTimeDbContextFactory<SqliteIntranetDb>.CreateDbContext(string[] args) =>
        new(Databases.Sqlite(Databases.Address("design.db")), Viewer.Nobody, DateTimeOffset.UnixEpoch);

    PostgresIntranetDb IDesignTimeDbContextFactory<PostgresIntranetDb>.CreateDbContext(string[] args) =>
        new(Databases.Postgres("Host=localhost"), Viewer.Nobody, DateTimeOffset.UnixEpoch);
}
