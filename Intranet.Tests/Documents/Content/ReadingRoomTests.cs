using System.Text;
using Intranet.App.Documents.Content;
using Intranet.Domain.Access;
using Intranet.Tests.House;
using Intranet.Tests.Servers;

namespace Intranet.Tests.Documents.Content;

public sealed class ReadingRoomTests
{
    private static readonly string[] Real = ["dotnet", Path.Combine(Repository.BuildOf("Intranet.App"), "Intranet.App.dll"), "extract"];
    private static readonly ReadingLimits Patient = new() { Time = TimeSpan.FromMinutes(5) };
    private static readonly ReadingLimits Short = new() { Time = TimeSpan.FromSeconds(1) };
    private readonly string folder = TestFolder.Create("reading");

    [Fact]
    public async Task Documents_are_read_in_another_process()
    {
        using var room = new ReadingRoom(Patient, TimeProvider.System, Real);
        var readings = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => room.ReadAsync(Put($"{i}", Papers.Pdf($"Page {i} of it")), $"{i}.pdf"))
        );
        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"Page {i} of it"), readings.Select(r => r.Text));
        Assert.All(readings, r => Assert.Null(r.Because));
        Assert.Equal("Its content is not where it was stored.", (await room.ReadAsync(Path.Combine(folder, "nowhere"), "a.txt")).Because);
    }

    [Fact]
    public async Task A_reader_that_hangs_is_ended_and_nothing_of_it_is_left()
    {
        using var room = Room("sleep 424242 & sleep 424243", Short);
        Assert.Equal("Reading it took longer than 1 seconds.", (await room.ReadAsync(Put("a", [1]), "a.txt")).Because);
        await Ended("42424");
    }

    [Theory]
    [InlineData("kill -SEGV $$")]
    [InlineData("exit 3")]
    [InlineData("read line; echo 'not an answer'")]
    [InlineData("read line; printf '{\"text\":'")]
    public async Task A_reader_that_fails_costs_its_document_the_text_and_nothing_else(string fails)
    {
        using var room = Room(fails, Patient);
        for (var i = 0; i < 3; i++)
            Assert.Equal(("", "The program that reads it stopped."), Pair(await room.ReadAsync(Put("a", [1]), "a.txt")));
    }

    [Fact]
    public async Task A_reader_that_talks_without_end_is_not_listened_to()
    {
        using var room = Room("tr '\\0' a < /dev/zero", Patient with { Characters = 1000 });
        Assert.Equal("The program that reads it stopped.", (await room.ReadAsync(Put("a", [1]), "a.txt")).Because);
    }

    [Fact]
    public async Task A_reader_gets_no_more_memory_than_its_limit()
    {
        const string greedy = "read line; text=$(head -c 60000000 /dev/zero | tr '\\0' a); printf '{\"text\":\"%s\"}\\n' ${#text}";
        using var room = Room(greedy, Patient with { Memory = 16 * 1024 * 1024, Besides = 16 * 1024 * 1024 });
        Assert.Equal(("", "The program that reads it stopped."), Pair(await room.ReadAsync(Put("a", [1]), "a.txt")));
    }

    [Fact]
    public async Task A_document_that_eats_the_memory_of_the_real_reader_is_named_and_the_next_one_is_read()
    {
        var limits = Patient with { Memory = 48 * 1024 * 1024, Unpacked = long.MaxValue };
        using var room = new ReadingRoom(limits, TimeProvider.System, Real);
        var greedy = Put("greedy", Papers.Book("<p>" + new string(' ', 40_000_000)));
        Assert.Equal("Reading it takes more memory than is given to one document.", (await room.ReadAsync(greedy, "greedy.epub")).Because);
        Assert.Equal("well", (await room.ReadAsync(Put("well", [.. "well"u8]), "well.txt")).Text);
    }

    [Fact]
    public async Task A_paper_nested_without_end_costs_its_own_text()
    {
        using var room = new ReadingRoom(new() { Time = TimeSpan.FromSeconds(2) }, TimeProvider.System, Real);
        var (open, close) = (new string('[', 300_000), new string(']', 300_000));
        var pdf = $"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X {open}{close}>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF";
        string[] because = ["The program that reads it stopped.", "Reading it took longer than 2 seconds.", TextOf.Damaged];
        Assert.Contains((await room.ReadAsync(Put("deep", Encoding.ASCII.GetBytes(pdf)), "deep.pdf")).Because, because);
    }

    [Fact]
    public async Task A_reader_does_not_know_the_secrets_of_the_server()
    {
        Environment.SetEnvironmentVariable("INTRANET_READING_TEST", "secret");
        using var room = Room("read line; printf '{\"text\":\"%s %s\"}\\n' \"$INTRANET_READING_TEST\" \"$DOTNET_gcServer\"", Patient);
        Assert.Equal(" 0", (await room.ReadAsync(Put("a", [1]), "a.txt")).Text);
    }

    [Fact]
    public async Task A_reader_writes_no_files()
    {
        var left = Path.Combine(folder, "left");
        using var room = Room($"read line; (echo x > '{left}'); printf '{{\"text\":\"done\"}}\\n'", Patient);
        Assert.Equal("done", (await room.ReadAsync(Put("a", [1]), "a.txt")).Text);
        Assert.Equal(0, new FileInfo(left).Length);
    }

    [Fact]
    public async Task Whoever_stops_waiting_stops_the_reader()
    {
        using var room = Room("sleep 535353", Patient);
        using var stop = new CancellationTokenSource();
        var reading = room.ReadAsync(Put("a", [1]), "a.txt", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await Ended("535353");
    }

    [Fact]
    public async Task Not_more_documents_wait_than_can_be_read_soon()
    {
        using var room = Room("sleep 636363", Patient);
        using var stop = new CancellationTokenSource();
        var file = Put("a", [1]);
        var readings = Enumerable
            .Range(0, Environment.ProcessorCount + ReadingRoom.MostWaiting)
            .Select(_ => room.ReadAsync(file, "a.txt", stop.Token))
            .ToList();
        await Assert.ThrowsAsync<Refusal>(() => room.ReadAsync(file, "a.txt", stop.Token));
        await stop.CancelAsync();
        foreach (var reading in readings)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private static ReadingRoom Room(string script, ReadingLimits limits) => new(limits, TimeProvider.System, ["/bin/sh", "-c", script]);

    private static (string, string?) Pair(Extract extract) => (extract.Text, extract.Because);

    /// <summary>The system takes a moment to clear away what was ended.</summary>
    private static async Task Ended(string mark)
    {
        while (Running(mark).Count > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static List<string> Running(string mark) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0]))
                .Select(Line)
                .Where(l => l.Contains("sleep") && l.Contains(mark)),
        ];

    private static string Line(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private string Put(string name, byte[] content)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}-{name}");
        File.WriteAllBytes(path, content);
        return path;
    }
}
