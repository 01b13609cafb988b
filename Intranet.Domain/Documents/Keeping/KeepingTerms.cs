namespace Intranet.Domain.Documents.Keeping;

/// <summary>What owners set about how long documents are kept.</summary>
/// <param name="TrashDays">What was removed longer ago is deleted for good.</param>
/// <param name="Versions">So many of the newest versions of each document stay; null keeps all.</param>
/// <param name="VersionDays">A younger version stays too.</param>
/// <param name="LeastDays">Nothing younger is deleted for good.</param>
/// <param name="ExpiryDays">What nobody changed for so long goes to the trash; null lets it stay.</param>
public sealed record KeepingTerms(int TrashDays, int? Versions, int VersionDays, int? LeastDays = null, int? ExpiryDays = null);
