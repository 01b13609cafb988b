using System.IO.Pipelines;
using System.Text;
using Intranet.App.Documents;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Uploading;
using Intranet.App.Notifications;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Documents;

/// <summary>A room with documents: its owner, two members, somebody outside; and a client room with a guest in it.</summary>
public sealed class Shelf : IAsyncDisposable
{
    private int _keys;

    private Shelf(Office office, Person owner, Person ann, Person ben, Person guest, Person outsider, Space room)
    {
        (Office, Owner, Ann, Ben, Guest, Outsider, Room) = (office, owner, ann, ben, guest, outsider, room);
    }

    public Office Office { get; }
    public Person Owner { get; }
    public Person Ann { get; }
    public Person Ben { get; }
    public Person Guest { get; }
    public Person Outsider { get; }
    public Space Room { get; }

    public Folders Folders => Office.Get<Folders>();
    public Papers Papers => Office.Get<Papers>();
    public Versions Versions => Office.Get<Versions>();
    public Uploads Uploads => Office.Get<Uploads>();
    public Looks Looks => Office.Get<Looks>();
    public Downloads Downloads => Office.Get<Downloads>();

    public static Task<Shelf> In(Engine engine, SpacePurpose purpose = SpacePurpose.Project, Openness openness = Openness.Secret) =>
        In(World.Office.Open(engine), purpose, openness);

    public static async Task<Shelf> In(
        Task<Office> opening,
        SpacePurpose purpose = SpacePurpose.Project,
        Openness openness = Openness.Secret
    )
    {
        var office = await opening;
        var owner = await office.Employee("Olga Owner");
        var ann = await office.Employee("Ann Lee");
        var ben = await office.Employee("Ben Okoro");
        var guest = await office.Guest("Gina Guest");
        var outsider = await office.Employee("Otto Outsider");
        var room = await office.Room("Turbine", openness, purpose, owner, ann, ben, guest);
        return new Shelf(office, owner, ann, ben, guest, outsider, room);
    }

    public string Key() => $"key-{Interlocked.Increment(ref _keys)}";

    public NewUpload New(string name, long size, Guid? folder = null, SameName same = SameName.Ask, params string[] path) =>
        new(Room.Id, folder, path, name, size, Key(), same);

    public Task<UploadState> Bring(Person who, string name, string text, Guid? folder = null, SameName same = SameName.Ask) =>
        Bring(who, New(name, Encoding.UTF8.GetByteCount(text), folder, same), text);

    public async Task<UploadState> Bring(Person who, NewUpload wanted, string text)
    {
        var begun = await Uploads.Begin(who.Eyes(), wanted);
        if (begun.Taken is not null)
            return begun;
        await Add(who, begun.Id, 0, text);
        return await Uploads.Finish(who.Eyes(), begun.Id, new UploadEnd(wanted.Same));
    }

    public async Task<Guid> Document(Person who, string name, string text = "Words", Guid? folder = null) =>
        (await Bring(who, name, text, folder)).Document!.Value;

    /// <summary>A document of any bytes, brought by its owner.</summary>
    public async Task<Guid> Document(string name, byte[] content)
    {
        var begun = await Uploads.Begin(Owner.Eyes(), New(name, content.Length));
        var pipe = PipeReader.Create(new MemoryStream(content));
        await Uploads.Add(Owner.Eyes(), begun.Id, 0, pipe, null, TestContext.Current.CancellationToken);
        return (await Uploads.Finish(Owner.Eyes(), begun.Id, new UploadEnd(SameName.Ask))).Document!.Value;
    }

    public Task<Guid> Folder(Person who, string name, Guid? into = null) => Papers.MakeFolder(who.Eyes(), Room.Id, into, name, Key());

    public Task<Arrival> Add(Person who, Guid upload, long offset, string text, byte[]? sha256 = null) =>
        Uploads.Add(who.Eyes(), upload, offset, Pipe(text), sha256, TestContext.Current.CancellationToken);

    public static PipeReader Pipe(string text) => PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>The names a person finds in a folder, in their order.</summary>
    public async Task<string[]> Sees(Person who, Guid? folder = null) =>
        [.. (await Folders.Page(who.Eyes(), Room.Id, folder)).Select(r => r.Name)];

    public async Task<NodeRow?> Row(Person who, Guid id, Guid? folder = null) =>
        (await Folders.These(who.Eyes(), Room.Id, folder, [id])).SingleOrDefault();

    public async Task<string?> Reads(Person who, Guid id, int? number = null)
    {
        if (await Downloads.Find(who.Eyes(), id, number) is not { } version)
            return null;
        using var reader = new StreamReader((await Office.Get<IBlobs>().Open(version.BlobKey))!);
        return await reader.ReadToEndAsync();
    }

    /// <summary>What a person was told of, the latest first.</summary>
    public async Task<Verb[]> Hears(Person who)
    {
        await Office.Get<Notifier>().CatchUp();
        return await Office.Store.Read(
            who.Eyes(),
            db => db.Notifications.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Select(n => n.Verb).ToArrayAsync()
        );
    }

    public Task<List<Verb>> Verbs() =>
        Office.Store.Read(Owner.Eyes(), db => db.Activities.OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
