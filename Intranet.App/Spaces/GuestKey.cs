using System.Security.Cryptography;
using System.Text;
using Intranet.App.Access;
using Intranet.App.Shared;
using Intranet.Domain.Spaces;

namespace Intranet.App.Spaces;

/// <summary>
/// What lets a guest in: a link, which the one who invites passes on, and a code, which the second approver passes on. Neither of the two
/// employees holds both, so none of them can come in in the guest's name. Only a hash is kept: of the link until the guest is confirmed,
/// of both from then on.
/// </summary>
internal static class GuestKey
{
    /// <summary>Gives the invitation a new link and returns its secret.</summary>
    public static string NewLink(Invitation invitation)
    {
        var secret = EntryLink.NewSecret();
        invitation.LinkTo(Hash(secret));
        return secret;
    }

    /// <summary>Gives the link of a confirmed invitation its code and returns it.</summary>
    public static string NewCode(Invitation invitation)
    {
        var code = SpokenCode.New();
        invitation.AddCode(Joined(invitation.TokenHash!, code));
        return code;
    }

    /// <summary>What is kept of an invitation that has this link and this code.</summary>
    public static string HashOf(string secret, string? code) => Joined(Hash(secret), code);

    private static string Joined(string linkHash, string? code) => Hash($"{linkHash}:{SpokenCode.Plain(code)}");

    /// <summary>The purpose is part of what is hashed, so that a link made for something else opens nothing here.</summary>
    private static string Hash(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"invitation to a space:{words}")));
}
