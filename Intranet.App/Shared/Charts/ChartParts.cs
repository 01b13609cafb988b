namespace Intranet.App.Shared.Charts;

/// <summary>One line of a line chart: as many readings as the chart has periods.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<Reading> Readings);

/// <summary>One small chart among many; with Hidden, the reason stands in place of the line.</summary>
public sealed record ChartPanel(
    string Name,
    IReadOnlyList<Reading> Readings,
    string? Now = null,
    string? Hidden = null,
    string? Href = null
);

/// <summary>One bar; Of is the whole it is a part of, drawn behind it.</summary>
public sealed record BarRow(string Name, Reading Reading, double? Of = null, string? Href = null);

/// <summary>One part of a whole.</summary>
public sealed record MixPart(string Name, long Count);

/// <summary>A row of a chart's table twin.</summary>
public sealed record TwinRow(string Name, IReadOnlyList<Reading> Readings);

/// <summary>How tall the drawing area of a line chart is.</summary>
public enum ChartHeight
{
    Normal,
    Small,
    Tall,
}
