using Intranet.App.Data;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static Intranet.Tests.Data.MigratingTests;

namespace Intranet.Tests.Data;

public sealed class MigratingWordsTests
{
    [Theory, OnBoth]
    public async Task The_words_of_documents_are_gathered_anew_where_their_index_knew_no_tags(Engine engine)
    {
        using var databases = await Bare(engine);
        await using var db = databases.Open(Viewer.Nobody);
        var before = db.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_OrderOfDocuments", StringComparison.Ordinal)).Last();
        await db.GetService<IMigrator>().MigrateAsync(before, TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("""CREATE TABLE "DocumentRows" ("Old" int)""", TestContext.Current.CancellationToken);

        await databases.Migrate(TestContext.Current.CancellationToken);

        await db.Database.ExecuteSqlRawAsync("""SELECT "Removed" FROM "DocumentRows" """, TestContext.Current.CancellationToken);
    }
}
