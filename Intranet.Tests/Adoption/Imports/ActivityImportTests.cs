using System.IO.Compression;
using Intranet.App.Adoption.Imports;
using Intranet.App.Data;
using Intranet.App.Shared.Imports;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption.Imports;

public sealed class ActivityImportTests
{
    private const string Header = "at,person,verb,target,space,channel";

    [Theory, OnBoth]
    public async Task The_same_file_twice_adds_nothing_and_identical_lines_are_acts_of_their_own(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (ann, ben) = (await office.Employee("Ann"), await office.Employee("Ben"));
        var line = $"2026-01-05T08:00:00Z,{ann.Email},messaged,{ben.Email},,email";
        var file = Write(Header, line, line, $"2026-01-04T08:00:00Z,{ben.Email},messaged,{ann.Email},,email");

        var first = await Import(office, file);
        var second = await Import(office, file);

        Assert.Equal(3, first.Done["acts added"]);
        Assert.Equal(0, second.Done["acts added"]);
        Assert.Equal(3, second.Done["acts there already"]);
        Assert.Equal(3, await Count(office, db => db.Activities));
        Assert.Equal(2, await office.Store.Read(Viewer.Nobody, db => db.TieWeeks.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_run_that_broke_off_is_finished_by_the_next(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ann = await office.Employee("Ann");
        var lines = Enumerable.Range(0, 50).Select(i => $"2026-01-05T08:00:{i:00}Z,{ann.Email},posted,,,web").ToArray();
        await Import(office, Write([Header, .. lines[..20]]));

        var rest = await Import(office, Write([Header, .. lines]));

        Assert.Equal(30, rest.Done["acts added"]);
        Assert.Equal(50, await Count(office, db => db.Activities));
    }

    [Theory, OnBoth]
    public async Task What_is_not_known_is_named_by_line_and_never_guessed(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ann = await office.Employee("Ann");
        var file = Write(
            Header + ",mood",
            $"2026-01-05T08:00:00Z,{ann.Email},danced,,,web,glad",
            "2026-01-05T08:00:00Z,nobody@example.org,posted,,,web,glad",
            $"2026-01-05T08:00:00Z,{ann.Email},messaged,nobody@example.org,,email,glad",
            $"yesterday,{ann.Email},posted,,,web,glad",
            $"2026-01-05T08:00:00Z,{ann.Email},posted,,,pigeon,glad",
            $"2026-01-05T08:00:00Z,{ann.Email},posted,,,web,glad"
        );

        var summary = await Import(office, file);

        Assert.Equal(1, summary.Done["acts added"]);
        Assert.Equal(
            [
                (1L, "unknown column"),
                (2, "unknown verb"),
                (3, "unknown person"),
                (4, "unknown person"),
                (5, "unreadable time"),
                (6, "unknown channel"),
            ],
            summary.Findings.Shown.Select(f => (f.Line, f.Kind))
        );
        Assert.Equal(2, summary.Findings.Counts["unknown person"]);
    }

    [Theory, OnBoth]
    public async Task A_dry_run_changes_nothing(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ann = await office.Employee("Ann");

        var summary = await Import(office, Write(Header, $"2026-01-05T08:00:00Z,{ann.Email},posted,,,web"), dryRun: true);

        Assert.Equal(1, summary.Done["acts usable"]);
        Assert.Equal(0, await Count(office, db => db.Activities));
        Assert.Equal(0, await Count(office, db => db.Sources));
    }

    [Theory, OnBoth]
    public async Task Sources_stand_beside_each_other_and_a_packed_file_reads_like_a_plain_one(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ann = await office.Employee("Ann");
        var plain = Write(Header, $"2026-01-05T08:00:00Z,{ann.Email},posted,,,web");
        var packed = plain + ".gz";
        await using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
            await gzip.WriteAsync(await File.ReadAllBytesAsync(plain));

        await Import(office, plain, "one");
        await Import(office, packed, "two");

        Assert.Equal(
            [1, 2],
            await office.Store.Read(Viewer.Nobody, db => db.PersonDays.OrderBy(d => d.SourceId).Select(d => d.SourceId).ToListAsync())
        );
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("at,verb\n", "\"person\" is missing")]
    [InlineData("at;person;verb\n", "separated by semicolons; commas are needed")]
    public async Task A_file_that_cannot_be_read_is_refused_with_a_sentence(string text, string says)
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Import(office, Write(text)));
        Assert.Contains(says, refusal.Message);
    }

    [Fact]
    public async Task A_moment_is_taken_only_where_it_can_be_read_in_one_way_and_has_come()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var ann = await office.Employee("Ann");
        var (soon, late) = (office.Clock.GetUtcNow().AddHours(20), office.Clock.GetUtcNow().AddHours(28));
        string[] moments =
        [
            "2026-01-05",
            "2026-01-05T08:00Z",
            "2026-01-05T08:00:00.5+02:00",
            $"{soon:yyyy-MM-ddTHH:mm:ssZ}",
            "02.11.2025 08:00",
            "02/11/2025",
            "2026-01-05T08:00:00",
            "Z",
            $"{late:yyyy-MM-ddTHH:mm:ssZ}",
            "2036-01-05T08:00:00Z",
        ];

        var summary = await Import(office, Write([Header, .. moments.Select(at => $"{at},{ann.Email},posted,,,web")]));

        Assert.Equal(4, summary.Done["acts added"]);
        Assert.Equal((4, 2), (summary.Findings.Counts["unreadable time"], summary.Findings.Counts["in the future"]));
        Assert.Equal([6L, 7, 8, 9, 10, 11], summary.Findings.Shown.Select(f => f.Line));
        Assert.Contains(
            new DateTimeOffset(2026, 1, 5, 6, 0, 0, 500, TimeSpan.Zero),
            await office.Store.Read(Viewer.Nobody, db => db.Activities.Select(a => a.At).ToListAsync())
        );
    }

    private static Task<Summary> Import(Office office, string file, string source = "mail", bool dryRun = false) =>
        office.Get<ActivityImport>().Run(file, source, dryRun, new Progress<double>(), default);

    private static string Write(params string[] lines)
    {
        var path = Path.Combine(TestFolder.Create("import"), "activity.csv");
        File.WriteAllText(path, string.Join('\n', lines));
        return path;
    }

    private static Task<int> Count<T>(Office office, Func<IntranetDb, DbSet<T>> table)
        where T : class => office.Store.Read(Viewer.Nobody, db => table(db).CountAsync());
}
