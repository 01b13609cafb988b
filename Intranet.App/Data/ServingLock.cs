using Intranet.Domain.Access;

namespace Intranet.App.Data;

/// <summary>
/// Held by the one server that runs on an embedded database, as long as it runs; the system frees it when the process dies. Two servers would
/// count wrong passwords and presence apart. Commands work beside a running one, except those that take everything away.
/// </summary>
internal sealed class ServingLock : IDisposable
{
    private const int UnixWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharing = unchecked((int)0x80070020);
    private readonly FileStream? _file;

    private ServingLock(FileStream? file) => _file = file;

    /// <summary>Refuses while somebody else holds it. Nodes on one PostgreSQL share the folder, so there it holds nothing.</summary>
    public static ServingLock Take(Installation installation)
    {
        if (installation.Postgres is not null)
            return new ServingLock(null);
        try
        {
            return new ServingLock(
                new FileStream(
                    Path.Combine(installation.Folder, "serving.lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException e) when (e.HResult is UnixWouldBlock or MacWouldBlock or WindowsSharing)
        {
            throw new Refusal($"A server is already running on {installation.Folder}. Stop it first; several servers need PostgreSQL.");
        }
    }

    public void Dispose() => _file?.Dispose();
}
