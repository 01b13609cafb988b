using Intranet.App.Data;
using Intranet.App.Documents.Content.Previews;

namespace Intranet.App.Documents.Keeping;

/// <summary>Deletes, once an hour, contents that have lain there for a day and nothing refers to.</summary>
public sealed partial class StraySweep(Store store, Strays strays, PreviewFolder previews, ILogger<StraySweep> log)
    : HourlySweep(store, log)
{
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>So many at once are rather the sign of an older database that was restored: whoever did that by mistake gets the time to mend it.</summary>
    public static readonly TimeSpan LongPatience = TimeSpan.FromDays(30);

    /// <summary>What an interruption leaves at most: all of an archive that was unpacked.</summary>
    public const int Many = 2000;

    private readonly ILogger log = log;

    public override async Task Sweep()
    {
        var before = Store.Clock.GetUtcNow() - Patience;
        var waiting = await strays.Look().CountAsync(one => one.Stray && one.Blob.At < before);
        if (waiting == 0)
            return;
        if (waiting > Many)
        {
            Wait(log, waiting, LongPatience.Days);
            before = Store.Clock.GetUtcNow() - LongPatience;
        }
        var deleted = 0;
        await foreach (var key in strays.Clear(before))
        {
            previews.Forget(key);
            deleted++;
        }
        if (deleted > 0)
            Done(log, deleted);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Nothing refers to {Count} contents. So many are deleted after {Days} days only; was an older database restored?"
    )]
    private static partial void Wait(ILogger log, int count, int days);

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} contents that nothing referred to for a day.")]
    private static partial void Done(ILogger log, int count);
}
