using Intranet.App.Documents;
using Intranet.App.Documents.Order;
using Intranet.App.Documents.Screens;
using Intranet.App.Live;
using Intranet.App.Spaces;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

public sealed class FolderScreenTests
{
    [Theory, OnBoth]
    public async Task What_others_do_stands_on_the_open_screen_where_it_belongs(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await using var ben = await OpenFolder.Of(shelf, shelf.Ben);
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var paper = await shelf.Document(shelf.Ann, "b.txt");
        await shelf.Document(shelf.Ann, "a.txt");
        await ben.Shows("Plans", "a.txt", "b.txt");

        await shelf.Papers.Rename(shelf.Ann.Eyes(), paper, "0.txt");
        await ben.Shows("Plans", "0.txt", "a.txt");
        await shelf.Papers.Move(shelf.Ann.Eyes(), paper, folder);
        await ben.Shows("Plans", "a.txt");
        await shelf.Papers.Remove(shelf.Ann.Eyes(), folder);
        await ben.Shows("a.txt");
        await shelf.Papers.Restore(shelf.Ann.Eyes(), folder);
        await ben.Shows("Plans", "a.txt");
    }

    [Theory, OnBoth]
    public async Task A_check_out_is_seen_at_once(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "a.txt");
        await using var ben = await OpenFolder.Of(shelf, shelf.Ben);

        await shelf.Versions.CheckOut(shelf.Ann.Eyes(), paper, "Numbers");

        await ben.Until(s => s.Rows.Single().Lock is { Person: "Ann Lee", Note: "Numbers" });
    }

    [Theory, OnBoth]
    public async Task Who_is_removed_from_the_space_sees_an_empty_screen(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Document(shelf.Ann, "a.txt");
        await using var ben = await OpenFolder.Of(shelf, shelf.Ben);
        await ben.Shows("a.txt");

        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        await ben.Until(s => s.View is null && s.Rows.Count == 0);
    }

    [Theory, OnBoth]
    public async Task An_open_folder_that_is_removed_with_the_one_above_says_so(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var above = await shelf.Folder(shelf.Ann, "Above");
        var inner = await shelf.Folder(shelf.Ann, "Inner", above);
        await using var ben = await OpenFolder.Of(shelf, shelf.Ben, inner);

        await shelf.Papers.Remove(shelf.Ann.Eyes(), above);

        await ben.Until(s => s.View is null);
    }

    [Theory, OnBoth]
    public async Task A_long_folder_comes_page_by_page_and_news_find_their_place_in_what_is_shown(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Office.Store.Write(
            shelf.Ann.Eyes(),
            async work =>
            {
                var member = await work.Standing(shelf.Room.Id);
                for (var i = 0; i < 250; i++)
                    work.Db.Nodes.Add(
                        Domain.Documents.Filing.MakeFolder(member, Guid.CreateVersion7(), null, $"Folder {i:000}", shelf.Key(), work.Now)
                    );
            }
        );
        await using var ben = await OpenFolder.Of(shelf, shelf.Ben);
        Assert.Equal((Folders.PageSize, true), (ben.Screen.Rows.Count, ben.Screen.HasMore));

        await shelf.Folder(shelf.Ann, "Folder 050 b");
        await ben.Until(s => s.Rows[51].Name == "Folder 050 b");
        await ben.Screen.More();
        await ben.Screen.More();

        Assert.Equal((251, false), (ben.Screen.Rows.Count, ben.Screen.HasMore));
        Assert.Equal(ben.Screen.Rows.OrderBy(r => r.Name, StringComparer.Ordinal), ben.Screen.Rows);
    }

    [Theory, OnBoth]
    public async Task News_find_their_place_in_each_order_and_what_is_not_wished_stays_away(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var large = await shelf.Document(shelf.Ann, "a plan.txt", "longer");
        await shelf.Document(shelf.Ann, "b plan.txt", "x");
        foreach (
            var (sort, shown) in new[]
            {
                ("-size", "a plan.txt,b plan.txt,c plan.txt"),
                ("-name", "c plan.txt,b plan.txt,a plan.txt"),
                ("type", "a plan.txt,b plan.txt,c plan.txt"),
            }
        )
        {
            await using var ben = await OpenFolder.Of(shelf, shelf.Ben, wish: FolderWish.Of(sort, "plan", null));
            var paper = await shelf.Document(shelf.Ann, "c plan.txt", "x");
            await shelf.Document(shelf.Ann, $"other {shelf.Key()}.txt", "x");
            await ben.Shows(shown.Split(','));
            await shelf.Papers.Rename(shelf.Ann.Eyes(), paper, $"gone {sort}");
            await ben.Until(s => s.Rows.Count == 2 && s.Find(large) is not null);
        }
    }

    /// <summary>A folder on somebody's screen, without the page around it.</summary>
    private sealed class OpenFolder : IAsyncDisposable
    {
        private readonly SemaphoreSlim _news = new(0);
        private IDisposable _ear = null!;

        public FolderScreen Screen { get; private init; } = null!;

        public static async Task<OpenFolder> Of(Shelf shelf, Person person, Guid? folder = null, FolderWish? wish = null)
        {
            var open = new OpenFolder { Screen = new FolderScreen(shelf.Folders, person.Eyes(), shelf.Room.Id, folder, wish) };
            open._ear = shelf.Office.Announcer.Listen(
                Subject.Space(shelf.Room.Id),
                async news =>
                {
                    await open.Screen.Hear(news);
                    open._news.Release();
                }
            );
            await open.Screen.Load();
            return open;
        }

        public Task Shows(params string[] names) => Until(s => s.Rows.Select(r => r.Name).SequenceEqual(names));

        public async Task Until(Func<FolderScreen, bool> met)
        {
            while (!met(Screen))
                Assert.True(
                    await _news.WaitAsync(TimeSpan.FromSeconds(20)),
                    $"It shows: {string.Join(", ", Screen.Rows.Select(r => r.Name))}"
                );
        }

        public ValueTask DisposeAsync()
        {
            _ear.Dispose();
            _news.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
