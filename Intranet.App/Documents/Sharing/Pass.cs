using System.Security.Cryptography;
using Intranet.Domain.Documents.Sharing;
using Microsoft.AspNetCore.DataProtection;

namespace Intranet.App.Documents.Sharing;

/// <summary>What the browser of an outsider keeps: that the password of a link was right, and which downloads were counted, so that a broken one may go on.</summary>
public sealed class Pass(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Entered = TimeSpan.FromHours(2);
    private static readonly TimeSpan Taken = TimeSpan.FromHours(1);

    private const string Saying = "said";
    private static readonly TimeSpan Said = TimeSpan.FromMinutes(1);

    private readonly ITimeLimitedDataProtector _words = protection.CreateProtector("share-link-words").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _entries = protection.CreateProtector("share-link-entry").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _tickets = protection.CreateProtector("share-link-ticket").ToTimeLimitedDataProtector();

    /// <summary>Whether the link stands open for this browser.</summary>
    public bool Opens(HttpContext http, ShareLink link) =>
        link.PasswordHash is null || Reads(_entries, http.Request.Cookies[Entry(link)], Secret(link));

    public void Enter(HttpContext http, ShareLink link) => Keep(http, Entry(link), _entries.Protect(Secret(link), Entered), link, Entered);

    /// <summary>The ticket of this browser whose download of that was counted a moment ago; null where there is none.</summary>
    public Guid? Holds(HttpContext http, ShareLink link, Guid what) =>
        http.Request.Cookies[Ticket(what)] is { Length: > 0 and < 2_000 } cookie
        && Open(_tickets, cookie) is { } said
        && said.StartsWith($"{link.Id:N}{what:N}", StringComparison.Ordinal)
            ? Guid.Parse(said[64..])
            : null;

    public void Give(HttpContext http, ShareLink link, Guid what) =>
        Keep(http, Ticket(what), _tickets.Protect($"{link.Id:N}{what:N}{Guid.NewGuid():N}", Taken), link, Taken);

    /// <summary>A sentence for the page that comes next. It is sealed, so that nobody else puts words there.</summary>
    public void Say(HttpContext http, ShareLink link, string sentence) => Keep(http, Saying, _words.Protect(sentence, Said), link, Said);

    /// <summary>The sentence that waits, once.</summary>
    public string? Hear(HttpContext http, ShareLink link)
    {
        if (http.Request.Cookies[Saying] is not { Length: > 0 and < 2_000 } cookie)
            return null;
        http.Response.Cookies.Delete(Saying, new CookieOptions { Path = LinkRow.Address(link.Key) });
        return Open(_words, cookie);
    }

    private static string Entry(ShareLink link) => $"link-{link.Id:N}";

    private static string Ticket(Guid what) => $"taken-{what:N}";

    /// <summary>A link whose password changed would be another link; its hash is part of what the cookie proves.</summary>
    private static string Secret(ShareLink link) => $"{link.Id:N}{link.PasswordHash}";

    private static bool Reads(ITimeLimitedDataProtector protector, string? cookie, string expected) =>
        cookie is { Length: > 0 and < 2_000 } && Open(protector, cookie) == expected;

    private static string? Open(ITimeLimitedDataProtector protector, string cookie)
    {
        try
        {
            return protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            // Old, or made by somebody else.
            return null;
        }
    }

    private static void Keep(HttpContext http, string name, string value, ShareLink link, TimeSpan lasts) =>
        http.Response.Cookies.Append(
            name,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = LinkRow.Address(link.Key),
                MaxAge = lasts,
                IsEssential = true,
            }
        );
}
