namespace Intranet.App.Shared.Images;

/// <summary>An uploaded picture made safe: its own size, and one WebP for each served width.</summary>
public sealed record Picture(int Width, int Height, IReadOnlyList<PictureSize> Sizes);

/// <summary>One served copy; <paramref name="Slot"/> names it (400, 800, 1600), its real width may be smaller, never larger.</summary>
public sealed record PictureSize(int Slot, int Width, int Height, byte[] WebP);
