using Microsoft.AspNetCore.Routing;

namespace Intranet.App.Access;

/// <summary>Whoever only asks what is there, as programs do that show a link with its title first, is answered as a browser is, without the page.</summary>
internal static class Heads
{
    /// <summary>Pages are mapped for GET and POST alone; the server itself leaves the body away.</summary>
    public static void AnswerHead(this IEndpointConventionBuilder pages) =>
        pages.Add(page =>
        {
            if (
                page.Metadata.OfType<HttpMethodMetadata>().SingleOrDefault() is not { } known
                || !known.HttpMethods.Contains(HttpMethods.Get)
            )
                return;
            page.Metadata.Remove(known);
            page.Metadata.Add(new HttpMethodMetadata([.. known.HttpMethods, HttpMethods.Head]));
        });
}
