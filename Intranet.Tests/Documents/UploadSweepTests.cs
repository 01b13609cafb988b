using System.Security.Cryptography;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

public sealed class UploadSweepTests
{
    [Theory, OnBoth]
    public async Task What_was_abandoned_is_cleared_away_after_a_day_and_not_before(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan.txt", 5));
        await shelf.Add(shelf.Ann, begun.Id, 0, "Hel");
        var sweep = shelf.Office.Get<UploadSweep>();
        shelf.Office.Clock.Advance(Upload.Patience - TimeSpan.FromMinutes(1));
        await sweep.Sweep();
        Assert.Equal(3, (await shelf.Uploads.Look(shelf.Ann.Eyes(), begun.Id))!.Offset);

        shelf.Office.Clock.Advance(TimeSpan.FromMinutes(2));
        await sweep.Sweep();

        Assert.Null(await shelf.Uploads.Look(shelf.Ann.Eyes(), begun.Id));
        Assert.Empty(Directory.GetFiles(Path.Combine(shelf.Office.Installation.Blobs, "arriving")));
    }

    [Theory, OnBoth]
    public async Task What_waited_for_an_answer_too_long_goes_with_its_content_unless_others_have_the_same(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        foreach (var (name, text) in new[] { ("shared.txt", "kept"), ("own.txt", "lost") })
        {
            var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New(name, 4));
            await shelf.Add(shelf.Ann, begun.Id, 0, text);
            await shelf.Document(shelf.Ben, name, name);
            Assert.Equal(name, (await shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask))).Taken);
        }
        var other = await shelf.Document(shelf.Ben, "other.txt", "kept");
        shelf.Office.Clock.Advance(Upload.Patience + TimeSpan.FromMinutes(1));

        await shelf.Office.Get<UploadSweep>().Sweep();

        Assert.Equal("kept", await shelf.Reads(shelf.Ben, other));
        Assert.Null(await shelf.Office.Get<IBlobs>().Length(Convert.ToHexStringLower(SHA256.HashData("lost"u8))));
    }
}
