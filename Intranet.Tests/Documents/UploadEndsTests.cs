using System.Security.Cryptography;
using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

/// <summary>Uploads that find no room, are given up, or are finished by several at once.</summary>
public sealed class UploadEndsTests
{
    [Theory, OnBoth]
    public async Task What_does_not_fit_is_refused_before_it_comes_with_what_is_on_its_way_counted(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Office.Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Settings.Add(new Setting(Setting.SpaceQuota, "1000")))
        );
        await shelf.Document(shelf.Ann, "a.txt", new string('a', 400));
        var coming = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("b.txt", 400));

        var refusal = await Assert.ThrowsAsync<Refusal>(() => shelf.Uploads.Begin(shelf.Ben.Eyes(), shelf.New("c.txt", 300)));
        Assert.StartsWith("This space has room for 200 bytes more", refusal.Message, StringComparison.Ordinal);
        await shelf.Uploads.Cancel(shelf.Ann.Eyes(), coming.Id);
        await shelf.Uploads.Begin(shelf.Ben.Eyes(), shelf.New("c.txt", 300));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Uploads.Begin(shelf.Ben.Eyes(), shelf.New("d.txt", Upload.Largest + 1)));
    }

    [Theory, OnBoth]
    public async Task Room_is_not_kept_for_what_never_comes(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Office.Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Settings.Add(new Setting(Setting.SpaceQuota, "1000")))
        );
        var wanted = shelf.New("b.txt", 900);
        await shelf.Uploads.Begin(shelf.Ann.Eyes(), wanted);
        shelf.Office.Clock.Advance(TimeSpan.FromMinutes(11));
        await shelf.Uploads.Begin(shelf.Ann.Eyes(), wanted);

        await shelf.Uploads.Begin(shelf.Ben.Eyes(), shelf.New("c.txt", 900));
    }

    [Theory, OnBoth]
    public async Task What_is_cancelled_leaves_nothing_behind_but_what_others_have_too(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var other = await shelf.Document(shelf.Ben, "other.txt", "kept");
        foreach (var (name, text) in new[] { ("shared.txt", "kept"), ("own.txt", "lost") })
        {
            var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New(name, 4));
            await shelf.Add(shelf.Ann, begun.Id, 0, text);
            await shelf.Document(shelf.Ben, name, name);
            Assert.Equal(name, (await shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask))).Taken);
            await shelf.Uploads.Cancel(shelf.Ann.Eyes(), begun.Id);
        }

        Assert.Equal("kept", await shelf.Reads(shelf.Ben, other));
        Assert.Null(await shelf.Office.Get<IBlobs>().Length(Convert.ToHexStringLower(SHA256.HashData("lost"u8))));
    }

    [Theory, OnBoth]
    public async Task Finished_by_several_at_once_it_is_one_document_and_one_answer(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan.txt", 5));
        await shelf.Add(shelf.Ann, begun.Id, 0, "Hello");

        var done = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.KeepBoth))))
        );

        Assert.Single(done.Distinct());
        Assert.Single(await shelf.Sees(shelf.Ann));
    }
}
