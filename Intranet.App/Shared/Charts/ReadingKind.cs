namespace Intranet.App.Shared.Charts;

/// <summary>Why a reading has a value or has none.</summary>
public enum ReadingKind
{
    NoData,
    Hidden,
    Coded,
    Counted,
}
