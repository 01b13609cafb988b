namespace Intranet.Domain.Documents.Content;

/// <summary>What a content may do to whoever opens it.</summary>
public enum Nature
{
    /// <summary>It is looked at.</summary>
    Still,

    /// <summary>A browser would run what stands in it.</summary>
    Active,

    /// <summary>Its program would run the macros in it.</summary>
    Macros,

    /// <summary>The desktop would run it.</summary>
    Program,
}
