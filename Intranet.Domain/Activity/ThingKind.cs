namespace Intranet.Domain.Activity;

/// <summary>What kind of thing an act was done to.</summary>
public enum ThingKind
{
    None = 0,
    Post = 1,
    Comment = 2,
    Space = 3,
    Person = 4,
    File = 5,
    Page = 6,
    Team = 7,
    Folder = 8,
}
