using Intranet.App.Documents.Wiki;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Wiki;

/// <summary>Short words for tests of pages.</summary>
internal static class WikiSteps
{
    public static Task<Guid> Page(this Shelf shelf, Person who, string title, Guid? folder = null, string template = "empty") =>
        shelf.Office.Get<Pages>().Begin(who.Eyes(), new NewPage(shelf.Room.Id, folder, title, template, shelf.Key()));

    public static Task<PageSaved> Write(this Shelf shelf, Person who, Guid page, int from, string text, string? key = null) =>
        shelf.Office.Get<Pages>().Save(who.Eyes(), new PageChange(page, from, text, null, key ?? shelf.Key()));

    public static async Task<Guid> Written(this Shelf shelf, Person who, string title, string text, Guid? folder = null)
    {
        var page = await shelf.Page(who, title, folder);
        await shelf.Write(who, page, 1, text);
        return page;
    }
}
