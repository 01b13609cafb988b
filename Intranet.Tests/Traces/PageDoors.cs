using Intranet.Domain.Spaces;

namespace Intranet.Tests.Traces;

/// <summary>Every door by which a browser gets an answer. A new page or endpoint belongs into one of the three lists.</summary>
internal static class PageDoors
{
    private static readonly string[] Tabs = ["documents", "about", "members", "requests", "settings", "nonsense"];

    /// <summary>Pages that name nothing in their address: they look the same in a world with the hidden room and in one without.</summary>
    public static readonly string[] Plain =
    [
        "/",
        "/write",
        "/saved",
        "/news",
        "/me",
        "/me/tokens",
        "/account",
        "/people",
        "/people/chart",
        "/spaces",
        "/documents",
        "/adoption",
        "/adoption/me",
        "/adoption/definitions",
        "/adoption/queries",
        "/adoption/queries.csv",
        "/adoption/me.csv",
        "/admin",
        "/admin/people",
        "/admin/teams",
        "/admin/spaces",
        "/admin/documents",
        "/sign-in",
        "/sign-in/code",
        "/welcome",
        "/welcome/set-up",
        "/not-found",
        "/error",
    ];

    /// <summary>Doors that are asked for something by name: the answer for the hidden thing and for one that does not exist must be one and the same.</summary>
    public static readonly Dictionary<string, Func<Names, IEnumerable<string>>> Addressed = new()
    {
        ["/posts/{Id:guid}"] = n => [$"/posts/{n.Post}", $"/posts/{n.Comment}", $"/posts/{n.Post}?comment={n.Comment}"],
        ["/spaces/{Id:guid}"] = n => [$"/spaces/{n.Room}"],
        ["/spaces/{Id:guid}/{Tab}"] = n => Tabs.Select(tab => $"/spaces/{n.Room}/{tab}"),
        ["/spaces/join/{LinkKey}"] = n => [$"/spaces/join/{n.LinkKey}"],
        ["/invitation/{Secret}"] = n => [$"/invitation/{n.InvitationSecret}"],
        ["/set-password/{Secret}"] = n => [$"/set-password/{n.InvitationSecret}"],
        ["/topics/{Name}"] = n => [$"/topics/{n.Word}"],
        ["/people/{Id:guid}"] = n => [$"/people/{n.Guest}"],
        ["/search"] = n =>
            new[] { "", "&kind=people", "&kind=spaces", "&kind=posts", "&kind=documents", "&best=true" }.Select(how =>
                $"/search?q={n.Word}{how}"
            ),
        ["/files/images/{id:guid}/{width:int}.webp"] = n => [$"/files/images/{n.Picture}/800.webp"],
        ["/files/documents/{id:guid}"] = n => [$"/files/documents/{n.Document}"],
        ["/files/documents/{id:guid}/{number:int}"] = n => [$"/files/documents/{n.Document}/1"],
        ["/files/documents/{id:guid}/{number:int}/{slot:int}.webp"] = n => [$"/files/documents/{n.Document}/1/800.webp"],
        ["/files/documents/{id:guid}/{number:int}/paper"] = n => [$"/files/documents/{n.Document}/1/paper"],
        ["/files/documents/{id:guid}/{number:int}/sound"] = n => [$"/files/documents/{n.Document}/1/sound"],
        ["/files/zip"] = n => [$"/files/zip?of={n.Document}", $"/files/zip?of={n.Document}&of={n.Room}"],
        ["/documents/{Id:guid}"] = n => [$"/documents/{n.Document}"],
        ["/documents/{Id:guid}/edit"] = n => [$"/documents/{n.Document}/edit"],
        ["/spaces/{SpaceId:guid}/documents/new-page"] = n =>
            [$"/spaces/{n.Room}/documents/new-page", $"/spaces/{n.Room}/documents/new-page?folder={n.Document}"],
        ["/documents/{Id:guid}/compare/{From:int}/{To:int}"] = n => [$"/documents/{n.Document}/compare/1/1"],
        ["/documents/{Id:guid}/{Number:int}"] = n => [$"/documents/{n.Document}/1"],
        ["/api/uploads/{id:guid}"] = n => [$"/api/uploads/{n.Upload}"],
        ["/files/avatars/{personId:guid}/{version}.webp"] = n => [$"/files/avatars/{n.Guest}/{n.GuestPicture}.webp"],
        ["/sign-in"] = n => [$"/sign-in?to=%2Fspaces%2F{n.Room}"],
        ["/adoption"] = n => [$"/adoption?team={n.Room}"],
        ["/write"] = n => [$"/write?space={n.Room}"],
    };

    /// <summary>Who was inside keeps own traces, such as the numbers of what they did there. The figures of all count what is done wherever it is done.</summary>
    public static bool Moves(Onlooker who, string path) =>
        who is Onlooker.FormerMember or Onlooker.ExpiredGuest or Onlooker.Deactivated
        || (who is Onlooker.Administrator && path == "/adoption");

    /// <summary>Whoever looks after the accounts sees everybody who has one, and nothing of where they sit.</summary>
    public static bool ShowsAccounts(Onlooker who, string path) => who is Onlooker.Administrator && path is "/admin" or "/admin/people";

    /// <summary>An unlisted room is found by its link, which employees may pass on.</summary>
    public static bool OpensByLink(Onlooker who, string route, Openness openness) =>
        openness == Openness.Unlisted
        && route == "/spaces/join/{LinkKey}"
        && who is Onlooker.Outsider or Onlooker.Administrator or Onlooker.FormerMember;

    /// <summary>Doors that are tried elsewhere, or have nothing to give, each with the reason.</summary>
    public static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["/api/images"] = "takes a picture in that only its owner sees; tried in PictureDoorsTests",
        ["/api/uploads"] = "takes a file in; tried in ShutDoorsTests by sending one",
        ["/api/uploads/{id:guid}/finish"] = "ends what one began oneself; tried operation by operation",
        ["/s/{Key}"] = "opens by the secret of a link; tried in Sharing/OutsideDoorsTests by every door of it",
        ["/s/{key}/file/{id:guid}"] = "the same",
        ["/s/{key}/zip"] = "the same",
        ["/s/{key}/hand-in"] = "the same",
        ["/files/received/{id:guid}"] = "gives what nobody has taken in yet; tried in Sharing/HandInTests by all who may not",
        ["/dav/{**path}"] = "opens by app password and never by cookie; tried in Dav/WhoMayTests by every method",
        ["/hubs/live"] = "tried in ShutDoorsTests by following",
        ["/hubs/live/negotiate"] = "makes a connection, which follows nothing yet",
        ["/_blazor"] = "the open screen; what it can ask for is tried operation by operation",
        ["/_blazor/negotiate"] = "makes a connection",
        ["/_blazor/disconnect"] = "ends a screen",
        ["/_blazor/initializers"] = "names scripts of the framework",
        ["/_framework/opaque-redirect"] = "leads on to an address the server sealed itself",
        ["/sign-out"] = "ends the own session",
        ["/api/passkeys/new"] = "about the own account",
        ["/api/passkeys/known"] = "the same for everybody",
    };
}
