using System.Globalization;
using Intranet.App.Data;
using Intranet.App.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>How far the stored texts have been made anew, and under which rules; kept with them, so that a restart goes on from there.</summary>
internal readonly record struct RenewalProgress(int Version, RenewalStage Stage, Guid LastId)
{
    private const string Name = "rendered";

    /// <summary>A newer program may have been here before; its texts are not taken back.</summary>
    public bool Done => Version > Markdown.RendererVersion || Stage == RenewalStage.Done;

    public static async Task<RenewalProgress> Of(IntranetDb db, CancellationToken stop)
    {
        var written = await db.ValueOf(Name, stop);
        return Read(written) is { } known && known.Version >= Markdown.RendererVersion
            ? known
            : new(Markdown.RendererVersion, RenewalStage.Posts, Guid.Empty);
    }

    /// <summary>Goes on behind the last text, or to the next kind of text when there is none.</summary>
    public RenewalProgress After(Guid? last) => last is { } id ? this with { LastId = id } : new(Version, Stage + 1, Guid.Empty);

    public async Task Save(IntranetDb db, CancellationToken stop)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"{Version} {Stage} {LastId}");
        if (await db.Settings.SingleOrDefaultAsync(s => s.Name == Name, stop) is { } setting)
            setting.Value = value;
        else
            db.Settings.Add(new Setting(Name, value));
    }

    private static RenewalProgress? Read(string? written) =>
        written?.Split(' ') is [var version, var stage, var last]
            ? new(int.Parse(version, CultureInfo.InvariantCulture), Enum.Parse<RenewalStage>(stage), Guid.Parse(last))
            : null;
}

/// <summary>The kinds of stored text, in the order they are gone through.</summary>
internal enum RenewalStage
{
    Posts,
    Comments,
    Revisions,
    Done,
}
