using System.Globalization;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>How much room the documents of a space take, all versions and the trash together, and how much they may.</summary>
internal static class Quota
{
    /// <summary>For a space, unless the organisation has set something else.</summary>
    private const long Usual = 100L * 1024 * 1024 * 1024;

    /// <summary>How long room is kept for an upload of which nothing arrives.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public static async Task<long> Limit(IntranetDb db) =>
        await db.ValueOf(Setting.SpaceQuota) is { } set ? long.Parse(set, CultureInfo.InvariantCulture) : Usual;

    /// <summary>For all spaces together; null when only the disk bounds them.</summary>
    public static async Task<long?> LimitInAll(IntranetDb db) =>
        await db.ValueOf(Setting.TotalQuota) is { } set ? long.Parse(set, CultureInfo.InvariantCulture) : null;

    public static async Task<long> UsedInAll(IntranetDb db) =>
        await db.DocumentVersions.IgnoreQueryFilters([Sight.Name]).SumAsync(v => v.Size)
        + await db.Received.IgnoreQueryFilters([Sight.Name]).SumAsync(r => r.Size);

    /// <summary>A sum tells nothing of what it is of, and outsiders who hand files in are bound by it too.</summary>
    public static async Task<long> Used(IntranetDb db, Guid spaceId) =>
        await db.DocumentVersions.IgnoreQueryFilters([Sight.Name]).Where(v => v.SpaceId == spaceId).SumAsync(v => v.Size)
        + await db.Received.IgnoreQueryFilters([Sight.Name]).Where(r => r.SpaceId == spaceId).SumAsync(r => r.Size);

    /// <summary>Refuses what does not fit beside what is there and what is on its way, this upload left out.</summary>
    public static async Task MustFit(Work work, Guid spaceId, Guid uploadId, long size)
    {
        // What others bring in takes room too, though nobody sees their uploads: all of it once it is here, and while it is coming.
        var alive = work.Now - Kept;
        var coming = await work
            .Db.Uploads.IgnoreQueryFilters([Sight.Name])
            .Where(u => u.SpaceId == spaceId && u.NodeId == null && u.Id != uploadId && (u.BlobKey != null || u.At > alive))
            .SumAsync(u => u.Size);
        var limit = await Limit(work.Db);
        var left = limit - await Used(work.Db, spaceId) - coming;
        if (size > left)
            throw new Refusal(
                $"This space has room for {FileSize.Say(Math.Max(0, left))} more, and this file has {FileSize.Say(size)}. "
                    + "Ask an administrator for more room; what lies in the trash counts too, until its time is over.",
                noRoom: true
            );
        if (await LimitInAll(work.Db) is { } inAll && await UsedInAll(work.Db) is var used && size > inAll - used)
            throw new Refusal(
                $"This intranet has room for {FileSize.Say(Math.Max(0, inAll - used))} more documents in all, and this file has {FileSize.Say(size)}. "
                    + "Ask an administrator for more room.",
                noRoom: true
            );
    }
}
