using Intranet.Domain.Access;

namespace Intranet.App.Admin.Start;

/// <summary>Set-up without a browser, from environment variables; does nothing when the intranet has been set up.</summary>
internal static class Unattended
{
    private const string Prefix = "INTRANET_";

    /// <summary>Null when all is well, otherwise what is wrong in a sentence.</summary>
    public static async Task<string?> SetUp(FirstStart start, Func<string, string?> read)
    {
        var organisation = read(Prefix + "ORGANISATION");
        if (organisation is null || !await start.Awaited())
            return null;
        var name = read(Prefix + "ADMIN_NAME");
        var email = read(Prefix + "ADMIN_EMAIL");
        var password = read(Prefix + "ADMIN_PASSWORD");
        try
        {
            if (password is null && read(Prefix + "ADMIN_PASSWORD_FILE") is { } file)
                password = (await File.ReadAllTextAsync(file)).TrimEnd('\r', '\n');
            if (name is null || email is null || password is null)
                return "Set-up by environment needs INTRANET_ORGANISATION, INTRANET_ADMIN_NAME, INTRANET_ADMIN_EMAIL and INTRANET_ADMIN_PASSWORD or INTRANET_ADMIN_PASSWORD_FILE.";
            await start.SetUp(new Founding(organisation, name, email, password));
            return null;
        }
        // Two nodes that start at once both come here; the second finds the work done.
        catch (Refusal refusal) when (refusal.Message == FirstStart.AlreadyDone)
        {
            return null;
        }
        catch (Exception e) when (e is Refusal or IOException or UnauthorizedAccessException)
        {
            return $"Set-up by environment: {e.Message}";
        }
    }
}
