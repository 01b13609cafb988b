using System.CommandLine;
using Intranet.App.Admin;
using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Buckets;
using Intranet.Domain.Access;

namespace Intranet.App;

/// <summary>`storage move`</summary>
internal static class StorageCommand
{
    private const string Bucket = "bucket";
    private const string Folder = "folder";

    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> existing)
    {
        var to = new Option<string>("--to") { Description = "Where the files go: bucket or folder.", Required = true };
        to.AcceptOnlyFromAmong(Bucket, Folder);
        var remove = new Option<bool>("--remove")
        {
            Description = "Take each file away where it was, after it was read back where it is. Stop all servers first.",
        };
        var json = CommandLine.Json();
        var move = new Command(
            "move",
            "Copy the files that are missing there from the data folder to the bucket that is set (INTRANET_S3_…), or back. May be stopped and run again."
        )
        {
            to,
            remove,
            json,
        };
        move.SetAction(
            async (line, stop) =>
            {
                await using var services = await existing(line, stop);
                var installation = services.GetRequiredService<Installation>();
                if (installation.Bucket is null)
                    throw new Refusal(
                        "No bucket is set, so there is nothing to move to or from. Set INTRANET_S3_URL and those that go with it."
                    );
                using var alone = line.GetValue(remove) ? ServingLock.Take(installation) : null;
                IBlobs bucket = services.GetRequiredService<BlobBucket>();
                IBlobs folder = services.GetRequiredService<BlobFolder>();
                var (source, goal) = line.GetValue(to) == Bucket ? (folder, bucket) : (bucket, folder);
                var moved = await services.GetRequiredService<Moving>().Run(source, goal, line.GetValue(remove), stop);
                if (line.GetValue(json))
                    CommandLine.PrintJson(moved);
                else
                    Tell(moved, source, goal);
                return moved.Damaged.Count > 0 ? 1 : 0;
            }
        );
        return new Command("storage", "Look after the place where files are kept.") { move };
    }

    private static void Tell(Moved moved, IBlobs source, IBlobs goal)
    {
        Console.WriteLine(
            $"Copied {moved.Copied:N0} files ({FileSize.Say(moved.Bytes)}) from {source.Name} to {goal.Name}; {moved.Known:N0} were there."
        );
        if (moved.Removed > 0)
            Console.WriteLine($"Taken away where they were: {moved.Removed:N0}.");
        foreach (var key in moved.Damaged)
            Console.WriteLine($"WRONG   {key} is not what its key says and stays where it is. \"check --deep\" names its document.");
        Console.WriteLine(
            goal is BlobBucket
                ? "Start the servers with the same INTRANET_S3 settings; they read from the bucket then."
                : "Start the servers without the INTRANET_S3 settings; they read from the data folder then."
        );
    }
}
