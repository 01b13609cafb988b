using MudBlazor;

namespace Intranet.App.Layout;

/// <summary>MudBlazor's theme in the values of css/tokens.css; the style sheet decides at once between light and dark.</summary>
public static class Theme
{
    private static readonly string[] Font = ["Inter", "system-ui", "sans-serif"];

    public static readonly MudTheme Mud = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = Font,
                FontSize = "1rem",
                LineHeight = "1.5",
                LetterSpacing = "normal",
            },
            H1 = new H1Typography
            {
                FontFamily = Font,
                FontSize = "2.125rem",
                FontWeight = "600",
                LineHeight = "1.25",
            },
            H2 = new H2Typography
            {
                FontFamily = Font,
                FontSize = "1.625rem",
                FontWeight = "600",
                LineHeight = "1.25",
            },
            H3 = new H3Typography
            {
                FontFamily = Font,
                FontSize = "1.25rem",
                FontWeight = "600",
                LineHeight = "1.25",
            },
            H6 = new H6Typography
            {
                FontFamily = Font,
                FontSize = "1.25rem",
                FontWeight = "600",
                LineHeight = "1.25",
                LetterSpacing = "normal",
            },
            Body1 = new Body1Typography
            {
                FontFamily = Font,
                FontSize = "1rem",
                LineHeight = "1.5",
                LetterSpacing = "normal",
            },
            Body2 = new Body2Typography
            {
                FontFamily = Font,
                FontSize = ".875rem",
                LineHeight = "1.5",
                LetterSpacing = "normal",
            },
            Button = new ButtonTypography
            {
                FontFamily = Font,
                FontSize = ".875rem",
                FontWeight = "500",
                TextTransform = "none",
                LetterSpacing = "normal",
            },
            Caption = new CaptionTypography
            {
                FontFamily = Font,
                FontSize = ".8125rem",
                LetterSpacing = "normal",
            },
        },
    };

    private static PaletteLight Light() =>
        new()
        {
            Background = "#F7F6F3",
            Surface = "#FFFFFF",
            LinesDefault = "#DEDBD3",
            Divider = "#DEDBD3",
            TextPrimary = "#1D2125",
            TextSecondary = "#5B616A",
            Primary = "#1F5FBF",
            PrimaryContrastText = "#FFFFFF",
            Info = "#1F5FBF",
            Secondary = "#5B616A",
            Success = "#1E7A4C",
            Warning = "#9A5B00",
            Error = "#B3261E",
        };

    private static PaletteDark Dark() =>
        new()
        {
            Background = "#14171A",
            Surface = "#1C2024",
            LinesDefault = "#33393F",
            Divider = "#33393F",
            TextPrimary = "#ECEDEE",
            TextSecondary = "#A3ABB4",
            Primary = "#8AB4F8",
            PrimaryContrastText = "#14171A",
            Info = "#8AB4F8",
            Secondary = "#A3ABB4",
            Success = "#6FCF97",
            Warning = "#F2B96B",
            Error = "#F28B82",
        };
}
