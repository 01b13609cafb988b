namespace Intranet.App.Shared.Imports;

/// <summary>A line on the console that fills up; silent when nobody watches.</summary>
public sealed class ProgressBar(string what) : IProgress<double>, IDisposable
{
    private const int Width = 30;
    private readonly bool _watched = !Console.IsErrorRedirected;
    private int _shown = -1;

    public void Report(double value)
    {
        var percent = (int)(Math.Clamp(value, 0, 1) * 100);
        if (!_watched || percent == _shown)
            return;
        _shown = percent;
        var filled = percent * Width / 100;
        Console.Error.Write($"\r{what} [{new string('#', filled)}{new string('.', Width - filled)}] {percent, 3} %");
    }

    public void Dispose()
    {
        if (_watched && _shown >= 0)
            Console.Error.WriteLine();
    }
}
