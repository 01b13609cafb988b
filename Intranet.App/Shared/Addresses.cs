namespace Intranet.App.Shared;

/// <summary>Addresses that several parts of the house lead to.</summary>
public static class Addresses
{
    /// <summary>A comment on the page of its post. The server reads it from the query and shows the answers around it; by the part after the number sign a browser finds it without a script.</summary>
    public static string Comment(Guid postId, Guid commentId) => $"/posts/{postId}?comment={commentId}#c-{commentId}";
}
