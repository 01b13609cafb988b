using Intranet.App.Layout;
using Intranet.Tests.Shared;
using MudBlazor;

namespace Intranet.Tests.Layout;

public sealed class TokensTests
{
    private static readonly string[] Grounds = ["paper", "surface", "raised", "wash"];
    private static readonly string[] Inks = ["ink", "quiet", "accent", "good", "warn", "bad"];
    private static readonly (string Text, string Ground)[] Pairs =
    [
        .. Grounds.SelectMany(_ => Inks, (ground, ink) => (ink, ground)),
        ("on-accent", "accent"),
        ("on-accent", "accent-strong"),
        ("ink", "accent-soft"),
        ("accent", "accent-soft"),
        ("accent-strong", "accent-soft"),
        ("quiet", "accent-soft"),
        ("ink", "good-soft"),
        ("quiet", "good-soft"),
        ("good", "good-soft"),
        ("accent", "good-soft"),
        ("ink", "warn-soft"),
        ("warn", "warn-soft"),
        ("ink", "bad-soft"),
        ("bad", "bad-soft"),
        ("ink", "mark"),
        ("paper", "ink"),
        ("paper", "bad"),
    ];

    [Fact]
    public void Every_text_is_legible_on_every_ground_in_both_themes() => Assert.Empty(Below(4.5, Pairs));

    [Fact]
    public void Edges_of_controls_and_chart_series_stand_out_from_every_surface() =>
        Assert.Empty(
            Below(
                3,
                from ground in new[] { "paper", "surface" }
                from mark in new[] { "edge", "accent", "series-1", "series-2", "series-3", "series-4", "series-5" }
                select (mark, ground)
            )
        );

    [Fact]
    public void MudBlazor_is_painted_in_the_same_colours()
    {
        SameAs(Tokens.Light, Theme.Mud.PaletteLight);
        SameAs(Tokens.Dark, Theme.Mud.PaletteDark);
    }

    private static void SameAs(IReadOnlyDictionary<string, string> tokens, Palette palette)
    {
        (string Token, MudBlazor.Utilities.MudColor Painted)[] pairs =
        [
            ("paper", palette.Background),
            ("surface", palette.Surface),
            ("line", palette.LinesDefault),
            ("line", palette.Divider),
            ("ink", palette.TextPrimary),
            ("quiet", palette.TextSecondary),
            ("quiet", palette.Secondary),
            ("accent", palette.Primary),
            ("accent", palette.Info),
            ("on-accent", palette.PrimaryContrastText),
            ("good", palette.Success),
            ("warn", palette.Warning),
            ("bad", palette.Error),
        ];
        Assert.All(pairs, pair => Assert.Equal(tokens[pair.Token].ToLowerInvariant(), pair.Painted.Value[..7].ToLowerInvariant()));
    }

    private static IEnumerable<string> Below(double ratio, IEnumerable<(string Text, string Ground)> pairs) =>
        from theme in new[] { ("light", Tokens.Light), ("dark", Tokens.Dark) }
        from pair in pairs
        let found = Contrast.Between(theme.Item2[pair.Text], theme.Item2[pair.Ground])
        where found < ratio
        select $"{theme.Item1}: {pair.Text} on {pair.Ground} is {found:0.00}";
}
