using Intranet.App.Data;
using Intranet.App.Layout;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Notifications;

/// <summary>What the rail shows a person: the house's name, their spaces with a dot where something is new, and how much news waits.</summary>
public sealed class Desk(Store store, Settings settings, News news)
{
    private const int MostSpaces = 60;

    public async Task<RailContent> Of(Viewer viewer)
    {
        var spaces = await store.Read(viewer, Spaces);
        return new RailContent(await Organisation(), spaces, await news.Unread(viewer));
    }

    /// <summary>What stands around a page for somebody who is not signed in: the house's name.</summary>
    public async Task<RailContent> Outside() => RailContent.Empty with { Organisation = await Organisation() };

    private async Task<string> Organisation() => await settings.Read(Setting.Organisation) ?? RailContent.Empty.Organisation;

    private static async Task<IReadOnlyList<RailSpace>> Spaces(IntranetDb db)
    {
        var mine = await db
            .Memberships.Where(m => m.PersonId == db.ViewerId && m.Space.ArchivedAt == null && (m.EndsAt == null || m.EndsAt > db.Now))
            .OrderBy(m => m.Space.Name)
            .Take(MostSpaces)
            .Select(m => new
            {
                m.SpaceId,
                m.Space.Name,
                m.Space.Openness,
                m.Space.Purpose,
                Unread = !m.Muted
                    && db.Posts.Any(p =>
                        p.SpaceId == m.SpaceId && p.RemovedAt == null && p.At > (m.ReadUpTo ?? m.JoinedAt) && p.AuthorId != db.ViewerId
                    ),
            })
            .ToListAsync();
        return [.. mine.Select(m => new RailSpace(m.SpaceId, m.Name, $"/spaces/{m.SpaceId}", m.Unread, Icon(m.Purpose, m.Openness)))];
    }

    private static string Icon(SpacePurpose purpose, Openness openness) =>
        (purpose, openness) switch
        {
            (SpacePurpose.ClientRoom, _) => "client",
            (_, Openness.Secret) => "hidden",
            (_, Openness.Unlisted) => "unlisted",
            (_, Openness.Closed) => "lock",
            (SpacePurpose.Project, _) => "project",
            _ => "open",
        };
}
