namespace Intranet.App.Shared;

/// <summary>Ways of signing in that single doors ask for by name.</summary>
internal static class SignInSchemes
{
    /// <summary>By email and app password, in every request; a browser's cookie opens nothing there.</summary>
    public const string AppPassword = "AppPassword";
}
