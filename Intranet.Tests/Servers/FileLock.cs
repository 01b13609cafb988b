namespace Intranet.Tests.Servers;

/// <summary>A lock between processes, held as long as the file is open; the system frees it when its holder dies.</summary>
public static class FileLock
{
    public static IDisposable Take(string path, TimeSpan patience)
    {
        for (var end = TimeProvider.System.GetTimestamp(); ; Thread.Sleep(250))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(end) < patience) { }
        }
    }
}
