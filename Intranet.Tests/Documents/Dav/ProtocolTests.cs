using System.Text;
using Intranet.App.Data;
using Intranet.App.Documents.Dav;
using Intranet.Domain.Documents;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Dav;

/// <summary>What programs may rely on, and what they may not do to the server.</summary>
public sealed class ProtocolTests
{
    [Theory, OnBoth]
    public async Task Names_in_any_script_come_and_go_and_the_page_shows_the_same(Engine engine)
    {
        await using var shelf = await Shelf.In(Office.Serve(engine));
        using var desktop = await Desktop.Of(shelf, shelf.Ann);
        string[] names = ["Ünïcode.txt", "計画 100%.txt", "a+b & c #1;d.txt", "שלום.txt", "👩‍🚀 notes.txt", "%2F.txt"];
        foreach (var name in names)
        {
            Assert.Equal(201, await desktop.Status("PUT", $"Turbine/{Uri.EscapeDataString(name)}", name));
            Assert.Equal((200, name), await desktop.Ask("GET", $"Turbine/{Uri.EscapeDataString(name)}"));
        }
        Assert.Equal(names.Order(), (await shelf.Sees(shelf.Ben)).Order());
        Assert.Equal(names.Order(), (await desktop.List("Turbine")).Order());
        // A Mac writes a letter and its accent apart.
        Assert.Equal(200, await desktop.Status("GET", $"Turbine/{Uri.EscapeDataString("Ünïcode.txt".Normalize(NormalizationForm.FormD))}"));
    }

    [Theory, OnBoth]
    public async Task A_program_that_saves_beside_and_renames_adds_a_version_and_what_it_deletes_lies_in_the_trash(Engine engine)
    {
        await using var shelf = await Shelf.In(Office.Serve(engine));
        var paper = await shelf.Document(shelf.Ann, "plan.txt", "one");
        using var desktop = await Desktop.Of(shelf, shelf.Ben);
        Assert.Equal(201, await desktop.Status("PUT", "Turbine/plan.tmp", "two"));
        Assert.Equal(204, await desktop.Status("MOVE", "Turbine/plan.tmp", null, desktop.To("Turbine/plan.txt")));

        Assert.Equal(["plan.txt"], await shelf.Sees(shelf.Ann));
        Assert.Equal(["one", "two"], [await shelf.Reads(shelf.Ann, paper, 1), await shelf.Reads(shelf.Ann, paper, 2)]);
        Assert.Equal(201, await desktop.Status("MOVE", "Turbine/plan.txt", null, desktop.To("Turbine/Plan B.txt")));
        Assert.Equal(204, await desktop.Status("DELETE", "Turbine/Plan%20B.txt"));
        Assert.Equal(["Plan B.txt", "plan.tmp"], (await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id)).Select(r => r.Name).Order());
    }

    [Fact]
    public async Task Whoever_saves_on_what_has_changed_meanwhile_is_told_and_parts_are_sent_as_asked()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        using var desktop = await Desktop.Of(shelf, shelf.Ann);
        using var first = await desktop.Send("PUT", "Turbine/plan.txt", new StringContent("one"));
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal(204, await desktop.Status("PUT", "Turbine/plan.txt", "two", ("If-Match", tag)));

        Assert.Equal(412, await desktop.Status("PUT", "Turbine/plan.txt", "three", ("If-Match", tag)));
        Assert.Equal(412, await desktop.Status("PUT", "Turbine/plan.txt", "three", ("If-None-Match", "*")));
        Assert.Equal(412, await desktop.Status("DELETE", "Turbine/plan.txt", null, ("If", $"([{tag}])")));
        Assert.Equal(304, await desktop.Status("GET", "Turbine/plan.txt", null, ("If-None-Match", await Tag())));
        Assert.Equal((206, "w"), await desktop.Ask("GET", "Turbine/plan.txt", null, ("Range", "bytes=1-1")));

        async Task<string> Tag()
        {
            using var head = await desktop.Send("HEAD", "Turbine/plan.txt", null);
            return head.Headers.ETag!.ToString();
        }
    }

    [Fact]
    public async Task What_comes_without_its_length_is_bound_by_the_room_there_is_and_leaves_nothing_when_it_does_not_fit()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        await shelf.Office.Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Settings.Add(new Setting(Setting.SpaceQuota, "100000")))
        );
        using var desktop = await Desktop.Of(shelf, shelf.Ann);

        Assert.Equal(201, await Stream(60_000));
        Assert.Equal(507, await Stream(60_000));
        Assert.Equal(507, await desktop.Status("COPY", "Turbine/60000.bin", null, desktop.To("Turbine/copy.bin")));
        Assert.Equal(["60000.bin"], await shelf.Sees(shelf.Ann));
        Assert.Equal(0, await shelf.Office.Store.Read(shelf.Ann.Eyes(), db => Task.FromResult(db.Uploads.Count(u => u.NodeId == null))));

        async Task<int> Stream(int length)
        {
            var name = (await shelf.Sees(shelf.Ann)).Length == 0 ? length : length + 1;
            var content = new StreamContent(new MemoryStream(new byte[length]));
            using var answer = await desktop.Send("PUT", $"Turbine/{name}.bin", content, ("Transfer-Encoding", "chunked"));
            return (int)answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><propfind xmlns="DAV:"><prop>&e;</prop></propfind>""", 400)]
    [InlineData("""<propfind xmlns="DAV:"><prop>""", 400)]
    [InlineData("deep", 400)]
    [InlineData("long", 413)]
    public async Task Xml_that_could_do_harm_is_refused(string sent, int status)
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        using var desktop = await Desktop.Of(shelf, shelf.Ann);
        sent = sent switch
        {
            "deep" => string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000)),
            "long" => $"""<propfind xmlns="DAV:"><!--{new string('x', 200_000)}--><allprop/></propfind>""",
            _ => sent,
        };

        Assert.Equal(status, await desktop.Status("PROPFIND", "Turbine", sent, ("Depth", "0")));
        Assert.Equal(403, await desktop.Status("PROPFIND", "", null, ("Depth", "infinity")));
    }

    [Fact]
    public async Task Programs_keep_a_bounded_number_of_bounded_properties()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        await shelf.Document(shelf.Ann, "plan.txt");
        using var desktop = await Desktop.Of(shelf, shelf.Ann);

        Assert.Contains("200 OK", (await Set(NodeProperty.Most, "kept")).Text);
        Assert.Equal(507, (await Set(NodeProperty.Most + 1, "kept")).Status);
        Assert.Equal(403, (await Set(1, new string('x', NodeProperty.ValueLimit))).Status);
        Assert.Contains("kept", (await desktop.Ask("PROPFIND", "Turbine/plan.txt", null, ("Depth", "0"))).Text);

        Task<(int Status, string Text)> Set(int number, string value) =>
            desktop.Ask(
                "PROPPATCH",
                "Turbine/plan.txt",
                $"""<propertyupdate xmlns="DAV:"><set><prop>{string.Concat(Enumerable.Range(0, number).Select(i => $"""<p{i} xmlns="urn:x">{value}</p{i}>"""))}</prop></set></propertyupdate>"""
            );
    }

    [Theory]
    [InlineData("(<urn:uuid:1> [\"a\"])", 1)]
    [InlineData("<http://x/dav/a> (<urn:uuid:1>) (Not <DAV:no-lock>)", 2)]
    public void Conditions_are_read(string header, int lists) => Assert.Equal(lists, IfHeader.Read(header).Lists.Count);

    [Theory]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("(<a)")]
    [InlineData("(Not)")]
    [InlineData("<a>")]
    [InlineData("nonsense")]
    public void Conditions_that_cannot_be_read_are_refused(string header) => Assert.Throws<DavAnswer>(() => IfHeader.Read(header));
}
