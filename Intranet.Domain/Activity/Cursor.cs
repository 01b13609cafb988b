namespace Intranet.Domain.Activity;

/// <summary>How far a reader of the ledger has come; saved with the reader's output in one transaction.</summary>
public sealed class Cursor(string name)
{
    public string Name { get; private set; } = name;
    public long Position { get; private set; }

    public void MoveTo(long position) => Position = position;
}
