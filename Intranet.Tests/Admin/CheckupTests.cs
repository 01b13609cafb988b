using Intranet.App;
using Intranet.App.Admin;
using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Admin;

public sealed class CheckupTests
{
    [Theory, OnBoth]
    public async Task A_whole_installation_is_found_whole(Engine engine)
    {
        await using var office = await Office.Open(engine);
        Assert.DoesNotContain(await office.Get<Checkup>().Run(default), f => f.Problem is not null);
    }

    [Theory, OnBoth]
    public async Task A_missing_picture_file_is_named(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga");
        var key = await office.Get<Incoming>().PutAsync(new byte[] { 1, 2, 3 });
        await office.Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Pictures.Add(new Picture(Guid.CreateVersion7(), owner.Id, $"400={key}", 1, 1, work.Now)))
        );
        Assert.DoesNotContain(await office.Get<Checkup>().Run(default), f => f.Problem is not null);

        await office.Get<IBlobs>().Delete(key);

        Assert.Contains(key, (await office.Get<Checkup>().Run(default)).Single(f => f.Problem is not null).Problem);
    }

    [Theory, OnBoth]
    public async Task Counts_that_do_not_fit_the_ledger_are_noticed(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga");
        await office.Store.Write(
            owner.Eyes(),
            async work =>
            {
                await work.Actor();
                work.Record(Verb.Searched);
            }
        );
        await office.Get<Rollup>().CatchUp();
        Assert.DoesNotContain(await office.Get<Checkup>().Run(default), f => f.Problem is not null);

        await office.Store.Write(
            Viewer.Nobody,
            work => work.Db.SourceDays.ExecuteUpdateAsync(s => s.SetProperty(d => d.Acts, d => d.Acts + 1))
        );

        Assert.Equal("Figures", (await office.Get<Checkup>().Run(default)).Single(f => f.Problem is not null).What);
    }

    [Fact]
    public async Task A_folder_others_can_read_is_named()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        File.SetUnixFileMode(office.Installation.Keys, (UnixFileMode)0b111_101_101);
        Assert.Contains("chmod 700", (await office.Get<Checkup>().Run(default)).Single(f => f.Problem is not null).Problem);
    }

    [Fact]
    public async Task The_database_is_closed_to_others_also_in_a_folder_they_may_enter()
    {
        var folder = TestFolder.Create("shared");
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var installation = new Installation(folder).Prepare();

        await new Databases(installation, TimeProvider.System).Migrate();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(installation.SqliteFile));
    }

    [Fact]
    public async Task Bytes_that_were_turned_in_the_database_are_noticed()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var file = office.Installation.SqliteFile;
        var bytes = await File.ReadAllBytesAsync(file);
        bytes.AsSpan(3 * 4096, 2048).Fill(0xff);
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Contains((await office.Get<Checkup>().Run(default)), f => f.What == "Database content" && f.Problem is not null);
    }
}
