namespace Intranet.App.Documents;

/// <summary>Where something goes: a folder of a space, or its top.</summary>
public readonly record struct Goal(Guid SpaceId, Guid? Folder);
