using Intranet.App.Data;
using Intranet.Tests.Servers;
using Intranet.Tests.World;

namespace Intranet.Tests.Data;

/// <summary>SQLite's log is moved into the file beside the writing, and begins anew instead of growing for ever.</summary>
public sealed class CheckpointsTests
{
    private const int Big = 1_000_000;

    [Fact]
    public async Task However_much_is_written_the_log_keeps_its_size_and_the_file_takes_it_in()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var file = office.Installation.SqliteFile;

        for (var wave = 1; wave <= 3; wave++)
        {
            for (var i = 0; i < 72; i++)
                await Write(office, $"wave {wave} row {i}");
            await Until(() => new FileInfo(file).Length >= wave * 64L * Big, $"wave {wave} did not reach the file");
        }

        Assert.InRange(new FileInfo($"{file}-wal").Length, 1, 150L * Big);
    }

    private static Task Write(Office office, string key) =>
        office.Store.Write(
            Viewer.Nobody,
            work =>
            {
                work.Db.Settings.Add(new Setting(key, new string('x', Big)));
                return Task.CompletedTask;
            }
        );

    private static async Task Until(Func<bool> met, string otherwise)
    {
        for (var i = 0; i < 500 && !met(); i++)
            await Task.Delay(20);
        Assert.True(met(), otherwise);
    }
}
