using Intranet.App.Live;
using Intranet.Domain.Activity;

namespace Intranet.App.Spaces;

/// <summary>Which news change what the screens of spaces show; what is said in a space is the feed's matter.</summary>
internal static class SpaceNews
{
    public static bool Concerns(Happening news) => news.Governs || news.Verb is >= Verb.PersonAdded and <= Verb.PersonReactivated;
}
