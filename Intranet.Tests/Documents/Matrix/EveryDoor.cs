using Intranet.App.Documents;
using Intranet.App.Documents.Approving;
using Intranet.App.Documents.Comparing;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Order;
using Intranet.App.Documents.Reading;
using Intranet.App.Documents.Talk;
using Intranet.App.Documents.Unpacking;
using Intranet.App.Search;
using static Intranet.Tests.Documents.Matrix.Behind;

namespace Intranet.Tests.Documents.Matrix;

/// <summary>For whom a door opens. For everybody else there is nothing behind it.</summary>
internal enum For
{
    /// <summary>Members, and guests of the room.</summary>
    All,

    /// <summary>Members; guests of the room are refused in words.</summary>
    Members,

    /// <summary>The members whom it is about; guests of the room are refused in words.</summary>
    Asked,
}

internal sealed record Door(string Name, For For, Func<Visitor, Behind, Task<Answer>> Knock);

/// <summary>The table of all doors to a document. They are tried in this order, those that change something last.</summary>
internal static class EveryDoor
{
    public static readonly IReadOnlyList<Door> Table =
    [
        new("page of a document", For.All, (v, b) => v.Get($"/documents/{b.Paper}")),
        new("page of a version", For.All, (v, b) => v.Get($"/documents/{b.Paper}/1")),
        new("page that compares", For.All, (v, b) => v.Get($"/documents/{b.Paper}/compare/1/2")),
        new("page of a folder", For.All, (v, b) => v.Get($"/spaces/{b.Room}/documents?folder={b.Folder}")),
        new("page of a view over all folders", For.All, (v, b) => v.Get($"/spaces/{b.Room}/documents?all=true")),
        new("My documents", For.All, (v, _) => v.Get($"/documents?q={Name[..4]}")),
        new("page of the search, by name", For.All, (v, b) => v.Get($"/search?q={Name[..4]}&kind=documents")),
        new("page of the search, by what it says", For.All, (v, b) => v.Get($"/search?q={b.Said}&kind=documents")),
        new("download", For.All, (v, b) => v.Fetch($"/files/documents/{b.Paper}")),
        new("download of a version", For.All, (v, b) => v.Fetch($"/files/documents/{b.Paper}/1")),
        new("picture", For.All, (v, b) => v.Fetch($"/files/documents/{b.Picture}/1/400.webp")),
        new("small picture", For.All, (v, b) => v.Fetch($"/files/documents/{b.Picture}/1/80.webp")),
        new("small picture of a paper", For.All, (v, b) => v.Fetch($"/files/documents/{b.Print}/1/80.webp")),
        new("paper", For.All, (v, b) => v.Fetch($"/files/documents/{b.Print}/1/paper")),
        new("sound", For.All, (v, b) => v.Fetch($"/files/documents/{b.Tune}/1/sound")),
        new("zip of documents", For.All, (v, b) => v.Fetch($"/files/zip?of={b.Paper}&of={b.Picture}")),
        new("zip of a folder", For.All, (v, b) => v.Fetch($"/files/zip?of={b.Folder}")),
        new("WebDAV list", For.All, (v, b) => v.Dav("PROPFIND", b.RoomName)),
        new("WebDAV download", For.All, (v, b) => v.Dav("GET", $"{b.RoomName}/{Name}.txt")),
        new("folder: where one stands", For.All, (v, b) => v.Ask(e => v.Office.Get<Folders>().Look(e, b.Room, b.Folder))),
        new("folder: its lines", For.All, (v, b) => v.Ask(e => v.Office.Get<Folders>().Page(e, b.Room, null))),
        new("folder: lines by id", For.All, (v, b) => v.Ask(e => v.Office.Get<Folders>().These(e, b.Room, null, [b.Paper]))),
        new("folder: folders in it", For.All, (v, b) => v.Ask(e => v.Office.Get<Folders>().Below(e, b.Room, null))),
        new("trash", For.All, (v, b) => v.Ask(e => v.Office.Get<Folders>().Trash(e, b.Room))),
        new("order: tags, columns, views", For.All, (v, b) => v.Ask(e => v.Office.Get<Orders>().Of(e, b.Room))),
        new("versions", For.All, (v, b) => v.Ask(e => v.Office.Get<Versions>().Of(e, b.Paper))),
        new("look", For.All, (v, b) => v.Ask(e => v.Office.Get<Looks>().At(e, b.Paper, null))),
        new("what changed", For.All, (v, b) => v.Ask(e => v.Office.Get<Comparisons>().Of(e, b.Paper, 1, 2))),
        new("comments", For.All, (v, b) => v.Ask(e => v.Office.Get<Remarks>().Of(e, b.Paper))),
        new("approvals", For.All, (v, b) => v.Ask(e => v.Office.Get<Approvals>().Of(e, b.Paper))),
        new("whom to ask", For.All, (v, b) => v.Ask(e => v.Office.Get<Approvals>().Candidates(e, b.Paper, ""))),
        new("who may see it", For.All, (v, b) => v.Ask(e => v.Office.Get<Readers>().Of(e, b.Paper))),
        new("all my documents", For.All, (v, _) => v.Ask(e => v.Office.Get<AllDocuments>().Page(e, new(Name)))),
        new("search", For.All, (v, b) => v.Ask(e => v.Office.Get<Searching>().Find(e, b.Said))),
        new("search while one types", For.All, (v, _) => v.Ask(e => v.Office.Get<Searching>().Suggest(e, Name[..4]))),
        new("star", For.All, (v, b) => v.Act(e => v.Office.Get<Stars>().Set(e, b.Paper, true))),
        new("follow", For.All, (v, b) => v.Act(e => v.Office.Get<Watches>().Set(e, b.Paper, true))),
        new("comment", For.All, (v, b) => v.Act(e => v.Office.Get<Remarks>().Say(e, b.Paper, "Well", false, "say"))),
        new("settle a question", For.Members, (v, b) => v.Act(e => v.Office.Get<Remarks>().Settle(e, b.Remark, true))),
        new("judge", For.Asked, (v, b) => v.Act(e => v.Office.Get<Approvals>().Judge(e, b.Approval, true, null))),
        new(
            "ask for approval",
            For.Members,
            (v, b) => v.Act(e => v.Office.Get<Approvals>().Ask(e, b.Print, [e.PersonId ?? default], null, "k"))
        ),
        new("name a version", For.Members, (v, b) => v.Act(e => v.Office.Get<Versions>().Label(e, b.Paper, 1, "First"))),
        new("bring a version back", For.Members, (v, b) => v.Act(e => v.Office.Get<Versions>().BringBack(e, b.Paper, 1, "back"))),
        new("check out", For.Members, (v, b) => v.Act(e => v.Office.Get<Versions>().CheckOut(e, b.Paper, null))),
        // Who has nothing checked out checks nothing in, which is no refusal.
        new("check in", For.All, (v, b) => v.Act(e => v.Office.Get<Versions>().CheckIn(e, b.Paper))),
        new("tag", For.Members, (v, b) => v.Act(e => v.Office.Get<Details>().Save(e, b.Paper, ["Done"]))),
        new("rename", For.Members, (v, b) => v.Act(e => v.Office.Get<Papers>().Rename(e, b.Picture, $"{Name} new.jpg"))),
        new("move", For.Members, (v, b) => v.Act(e => v.Office.Get<Papers>().Move(e, b.Picture, b.Folder))),
        new("copy", For.Members, (v, b) => v.Act(e => v.Office.Get<Copies>().Copy(e, b.Tune, b.Room, null, $"{Name} copy.flac", "copy"))),
        new("unpack", For.Members, (v, b) => v.Act(e => v.Office.Get<Archives>().Unpack(e, b.Archive, "unpack"))),
        new("make a folder", For.Members, (v, b) => v.Act(e => v.Office.Get<Papers>().MakeFolder(e, b.Room, b.Folder, "New", "new"))),
        new("remove", For.Members, (v, b) => v.Act(e => v.Office.Get<Papers>().Remove(e, b.Tune))),
        new("restore", For.Members, (v, b) => v.Act(e => v.Office.Get<Papers>().Restore(e, b.Removed))),
        new("WebDAV save", For.Members, (v, b) => v.Dav("PUT", $"{b.RoomName}/{Name} 2.txt", "mine")),
    ];

    /// <summary>Doors that are tried against the same people elsewhere.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["every other method of WebDAV, withdrawn passwords"] = nameof(Dav.WhoMayTests),
        ["upload: begin"] = nameof(Traces.ShutDoorsTests),
        ["upload: go on with somebody else's, or after one was removed"] = nameof(UploadsTests),
        ["links: what they open, and that they end with their maker's place"] = nameof(Sharing.LinksTests),
        ["links: their doors over HTTP, ended and unknown ones"] = nameof(Sharing.OutsideDoorsTests),
        ["files that were handed in"] = nameof(Sharing.HandInTests),
        ["columns and saved views"] = $"{nameof(Order.ColumnsTests)}, {nameof(Order.ViewsTests)}",
        ["keeping, deleting for good, the room documents take"] = nameof(Keeping.KeepingTests),
        ["a bucket: its addresses are never handed out, contents go through the doors above"] = nameof(InABucketTests),
        ["live news, pages and counts in a world with the room and in one without"] = nameof(Traces.NoTraceTests),
    };
}
