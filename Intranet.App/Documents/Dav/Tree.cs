namespace Intranet.App.Documents.Dav;

/// <summary>MKCOL, DELETE, COPY and MOVE, by the same acts as on the page: what is deleted or replaced lies in the trash.</summary>
internal sealed class Tree(Papers papers, Copies copies, Guard guard, Places places)
{
    public async Task MakeFolder(Errand errand)
    {
        var place = errand.Place;
        if (errand.HasBody)
            throw new DavAnswer(StatusCodes.Status415UnsupportedMediaType, "A folder is made without a body.");
        if (place.Exists)
            throw new DavAnswer(StatusCodes.Status405MethodNotAllowed, "There is something of this name already.");
        await MayCome(errand, place);
        await guard.MustBe(errand, place);
        await papers.MakeFolder(errand.Viewer, place.Space!.Id, place.Folder?.Id, place.Name, Key());
        errand.Response.StatusCode = StatusCodes.Status201Created;
    }

    public async Task Delete(Errand errand)
    {
        var node = errand.Place.Paper;
        if (node.IsFolder && errand.Depth(usual: null) is not null)
            throw DavAnswer.Unreadable;
        await guard.MustBe(errand, errand.Place);
        await guard.MayChange(errand, errand.Place, listing: true);
        await papers.Remove(errand.Viewer, node.Id);
        errand.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    public async Task Copy(Errand errand)
    {
        var node = errand.Place.Paper;
        var there = await Target(errand);
        if (errand.Depth(usual: null) is 1)
            throw DavAnswer.Unreadable;
        await guard.MustBe(errand, errand.Place);
        if (there.Node is { IsFolder: false } old && !node.IsFolder)
            await copies.TakeOver(errand.Viewer, old.Id, node.Id, remove: false);
        else
            await copies.Copy(
                errand.Viewer,
                node.Id,
                there.Space!.Id,
                there.Folder?.Id,
                there.Name,
                Key(),
                new Copying(Replace: true, Shallow: errand.Depth(usual: null) is 0)
            );
        Answer(errand, there);
    }

    public async Task Move(Errand errand)
    {
        var node = errand.Place.Paper;
        var there = await Target(errand);
        if (there.Space!.Id != node.SpaceId)
            throw new DavAnswer(
                StatusCodes.Status403Forbidden,
                "From one space to another things are copied and not moved: who saw them before still does."
            );
        if (node.IsFolder && errand.Depth(usual: null) is not null)
            throw DavAnswer.Unreadable;
        await guard.MustBe(errand, errand.Place);
        await guard.MayChange(errand, errand.Place, listing: true);
        if (there.Node is { IsFolder: false } old && !node.IsFolder && old.Id != node.Id)
            await copies.TakeOver(errand.Viewer, old.Id, node.Id, remove: true);
        else
            await papers.Move(errand.Viewer, node.Id, there.Folder?.Id, there.Name, replace: true);
        Answer(errand, there);
    }

    /// <summary>Where it is to go, as long as this program may put something there.</summary>
    private async Task<Place> Target(Errand errand)
    {
        var there = await places.Find(errand.Viewer, errand.Destination);
        // To write a name in another case is a change, to write the same is none.
        if (there.Node is { } node && node.Id == errand.Place.Node?.Id && node.Name == there.Name)
            throw new DavAnswer(StatusCodes.Status403Forbidden, "It is there already.");
        if (there.Exists && there.Node is null)
            throw DavAnswer.Shelf;
        if (there.Exists && !errand.Overwrite)
            throw DavAnswer.Unmet;
        await MayCome(errand, there);
        return there;
    }

    private async Task MayCome(Errand errand, Place place)
    {
        if (!place.HasFolder)
            throw place.Steps.Count <= 1 ? DavAnswer.Shelf : DavAnswer.NoFolder;
        await guard.MayChange(errand, place, listing: true);
    }

    private static void Answer(Errand errand, Place there) =>
        errand.Response.StatusCode = there.Exists ? StatusCodes.Status204NoContent : StatusCodes.Status201Created;

    private static string Key() => $"{Guid.NewGuid():N}";
}
