using Intranet.Domain.Access;

namespace Intranet.App.Admin.Start;

/// <summary>Set-up without a browser, from environment variables; does nothing when the intranet has been set up.</summary>
internal static class Unattended
{
    private const string Prefix = "INTRANET_";
    private const string PasswordFile = $"{Prefix}ADMIN_PASSWORD_FILE";

    /// <summary>Null when all is well, otherwise what is wrong in a sentence.</summary>
    public static async Task<string?> SetUp(FirstStart start, Func<string, string?> read)
    {
        var organisation = read(Prefix + "ORGANISATION");
        var name = read(Prefix + "ADMIN_NAME");
        var email = read(Prefix + "ADMIN_EMAIL");
        var password = read(Prefix + "ADMIN_PASSWORD");
        if ((organisation ?? name ?? email ?? password ?? read(PasswordFile)) is null || !await start.Awaited())
            return null;
        try
        {
            if (password is null && read(PasswordFile) is { } file)
                password = await Read(file);
            if (organisation is null || name is null || email is null || password is null)
                return $"Set-up by environment needs INTRANET_ORGANISATION, INTRANET_ADMIN_NAME, INTRANET_ADMIN_EMAIL and INTRANET_ADMIN_PASSWORD or {PasswordFile}.";
            await start.SetUp(new Founding(organisation, name, email, password));
            return null;
        }
        // Two nodes that start at once both come here; the second finds the work done.
        catch (Refusal refusal) when (refusal.Message == FirstStart.AlreadyDone)
        {
            return null;
        }
        catch (Refusal refusal)
        {
            return $"Set-up by environment: {refusal.Message}";
        }
    }

    private static async Task<string> Read(string file)
    {
        try
        {
            return (await File.ReadAllTextAsync(file)).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{PasswordFile}: {e.Message}");
        }
    }
}
