namespace Intranet.Domain.Activity;

/// <summary>The way an act reached the intranet; "they only use email" is a column because of it.</summary>
public enum Channel
{
    Web = 0,
    Email = 1,
    Api = 2,
    WebDav = 3,
    Import = 4,
    Mobile = 5,
}
