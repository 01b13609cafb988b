namespace Intranet.Domain.Documents.Content;

/// <summary>How a content is written down; kinds of one family may pass for each other without harm.</summary>
public enum Family
{
    Text,
    Page,
    Pdf,
    Zip,
    Compound,
    Image,
    Film,
    Archive,
    Program,
    Other,
}
