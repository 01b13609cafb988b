using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>Where something was counted, in the words of the screens.</summary>
internal static class SourceWords
{
    public static string Of(string source) => source == Source.HereName ? "This intranet" : source;
}
