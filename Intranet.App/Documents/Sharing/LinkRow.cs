using Intranet.App.Documents.Downloading;
using Intranet.Domain.Documents.Sharing;
using Intranet.Domain.Spaces;

namespace Intranet.App.Documents.Sharing;

/// <summary>A link as those who work in the space see it.</summary>
public sealed record LinkRow(
    Guid Id,
    ShareKind Kind,
    string Path,
    string? Title,
    string MadeBy,
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt,
    bool HasPassword,
    int Views,
    int Downloads,
    int? DownloadLimit,
    bool Withdrawn,
    bool Holds,
    bool MayWithdraw
)
{
    private const int Told = 4;

    /// <summary>The last letters of its address, by which those without words of their own are told apart.</summary>
    public string Ending => Path[^Told..];

    /// <summary>What it is called among the others.</summary>
    public string Words => Title ?? $"{(Kind == ShareKind.Receive ? "Files are asked for" : "Link to read")}, …{Ending}";

    internal static LinkRow Of(ShareLink link, string maker, DateTimeOffset now, Membership? member) =>
        new(
            link.Id,
            link.Kind,
            Address(link.Key),
            link.Title,
            maker,
            link.MadeAt,
            link.ExpiresAt,
            link.PasswordHash is not null,
            link.Views,
            link.Downloads,
            link.DownloadLimit,
            link.Withdrawn,
            link.Holds(now),
            member?.MayWithdraw(link, now) == true
        );

    public static string Address(string key) => $"/s/{key}";
}
