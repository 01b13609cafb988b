namespace Intranet.App.Shared;

/// <summary>What floats above the page: a decision, a list from the side, or the field that finds anything.</summary>
public enum FloatKind
{
    Dialog,
    Sheet,
    Palette,
}
