using System.Globalization;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Keeping;

/// <summary>How much room documents take and may take, in all; administrators decide it. It is told in whole gigabytes, so that nobody sees a hidden room grow.</summary>
public sealed class Room(Store store)
{
    public const long Gigabyte = 1024L * 1024 * 1024;
    public const int MostGigabytes = 1_000_000;

    /// <summary>Null for whoever does not administer.</summary>
    public Task<RoomView?> Of(Viewer viewer) =>
        store.Read(
            viewer,
            async db =>
                await Administers(db)
                    ? new RoomView((int)(await Quota.UsedInAll(db) / Gigabyte), await Quota.Limit(db), await Quota.LimitInAll(db))
                    : null
        );

    /// <param name="space">Gigabytes for each space.</param>
    /// <param name="inAll">Gigabytes for all of them; null for as much as the disk holds.</param>
    public Task Set(Viewer viewer, int space, int? inAll) =>
        store.Write(
            viewer,
            async work =>
            {
                await work.Actor();
                if (!await Administers(work.Db))
                    throw new Refusal("Administrators decide how much room documents have.");
                if (space is < 1 or > MostGigabytes || inAll is < 1 or > MostGigabytes)
                    throw new Refusal($"A number of gigabytes goes from 1 to {MostGigabytes:N0}.");
                await Keep(work.Db, Setting.SpaceQuota, space * Gigabyte);
                await Keep(work.Db, Setting.TotalQuota, inAll * Gigabyte);
            }
        );

    private static async Task Keep(IntranetDb db, string name, long? value)
    {
        var kept = await db.Settings.SingleOrDefaultAsync(s => s.Name == name);
        if (value is not { } bytes)
        {
            if (kept is not null)
                db.Settings.Remove(kept);
            return;
        }
        var text = bytes.ToString(CultureInfo.InvariantCulture);
        if (kept is null)
            db.Settings.Add(new Setting(name, text));
        else
            kept.Value = text;
    }

    private static Task<bool> Administers(IntranetDb db) =>
        db.Insiders.AnyAsync(i => i.Id == db.ViewerId && (i.Duties & Duties.Admin) == Duties.Admin);
}

/// <param name="Used">Whole gigabytes of all versions, the trash, and what was handed in.</param>
/// <param name="Space">Bytes for each space.</param>
/// <param name="InAll">Bytes for all of them; null when only the disk bounds them.</param>
public sealed record RoomView(int Used, long Space, long? InAll);
