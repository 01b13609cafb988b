using System.Text.RegularExpressions;
using Intranet.Tests.House;

namespace Intranet.Tests.Layout;

public sealed partial class SheetTests
{
    private static readonly string[] Sheets =
    [
        .. Repository.Files.Where(f => f.StartsWith("wwwroot-assets/css/", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_sheet_is_part_of_what_every_page_loads()
    {
        var joined = Joined().Match(File.ReadAllText(Repository.PathOf("Intranet.App", "Assets.targets"))).Groups[1].Value;
        Assert.Equal(Sheets.Select(Path.GetFileNameWithoutExtension).Order(), joined.Split(';').Order());
    }

    [Fact]
    public void Colours_stand_in_the_tokens_only()
    {
        // White, black and the veil over a picture lie on drawn or photographed ground, which no theme changes.
        var allowed = new[] { "#FFFFFF", "#000", "#14171AB3" };
        var strays =
            from sheet in Sheets
            where !sheet.EndsWith("/tokens.css", StringComparison.Ordinal)
            from Match colour in Colour().Matches(File.ReadAllText(Repository.PathOf(sheet)))
            where !allowed.Contains(colour.Value)
            select $"{sheet}: {colour.Value}";
        Assert.Empty(strays);
    }

    [Fact]
    public void Sizes_of_type_come_from_the_one_scale()
    {
        // Print counts in points, an address after a link is set beside the words it belongs to, and an avatar's letters in its own drawing.
        var allowed = new[] { "11pt", ".8em", "13px", "inherit", "0" };
        var strays =
            from sheet in Sheets
            where !sheet.EndsWith("/tokens.css", StringComparison.Ordinal)
            from Match size in TypeSize().Matches(File.ReadAllText(Repository.PathOf(sheet)))
            let value = size.Groups[1].Value
            where !value.StartsWith("var(--t", StringComparison.Ordinal) && !allowed.Contains(value)
            select $"{sheet}: {value}";
        Assert.Empty(strays);
    }

    [Fact]
    public void Every_custom_property_in_use_is_set_somewhere()
    {
        var all = string.Concat(
            Repository.Files.Where(f => f.EndsWith(".css", StringComparison.Ordinal)).Select(f => File.ReadAllText(Repository.PathOf(f)))
        );
        var markup = string.Concat(
            Repository.Files.Where(f => f.EndsWith(".razor", StringComparison.Ordinal)).Select(f => File.ReadAllText(Repository.PathOf(f)))
        );
        var unset =
            from name in Use().Matches(all).Select(m => m.Groups[1].Value).Distinct()
            where !all.Contains(name + ":", StringComparison.Ordinal) && !markup.Contains(name + ":", StringComparison.Ordinal)
            select name;
        Assert.Empty(unset);
    }

    [Fact]
    public void Every_icon_named_in_markup_is_in_the_sprite()
    {
        var sprite = File.ReadAllText(Repository.PathOf("wwwroot-assets", "icons.svg"));
        var missing =
            from file in Repository.Files
            where file.StartsWith("Intranet.App/", StringComparison.Ordinal) && file.EndsWith(".razor", StringComparison.Ordinal)
            from Match icon in IconName().Matches(File.ReadAllText(Repository.PathOf(file)))
            where !sprite.Contains($"<symbol id=\"{icon.Groups[1].Value}\"", StringComparison.Ordinal)
            select $"{file}: {icon.Groups[1].Value}";
        Assert.Empty(missing);
    }

    [GeneratedRegex(@"(?:font-size:\s*|font:\s*(?:italic\s+)?[0-9]{3}\s+)([^;\s/}]+)")]
    private static partial Regex TypeSize();

    [GeneratedRegex("<JoinedSheets>(.*)</JoinedSheets>")]
    private static partial Regex Joined();

    [GeneratedRegex("#[0-9A-Fa-f]{3,8}\\b(?=[;, )])")]
    private static partial Regex Colour();

    [GeneratedRegex(@"var\((--[\w-]+)")]
    private static partial Regex Use();

    [GeneratedRegex("<Icon Name=\"([a-z-]+)\"")]
    private static partial Regex IconName();
}
