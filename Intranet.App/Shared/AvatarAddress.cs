namespace Intranet.App.Shared;

/// <summary>Where a person's picture is found; null for those whose avatar is drawn. The key is part of it, so that a new picture is fetched anew.</summary>
public static class AvatarAddress
{
    private const int KeyLength = 12;

    public static string? Of(Guid personId, string? key) =>
        key is null ? null : $"/files/avatars/{personId:N}/{key[..Math.Min(KeyLength, key.Length)]}.webp";
}
