namespace Intranet.App.Shared;

/// <summary>Right after the start the first screens come first; what nobody waits for at a screen begins this much later.</summary>
internal static class Grace
{
    public static readonly TimeSpan Span = TimeSpan.FromSeconds(2);
}
