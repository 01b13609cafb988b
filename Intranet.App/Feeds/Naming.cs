using System.Text.RegularExpressions;
using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Keeps whom and what a text names beside it.</summary>
internal static partial class Naming
{
    /// <summary>Mentions reach only those who may read the space; the others are named, and hear nothing.</summary>
    public static async Task Mention(this Work work, Guid spaceId, Guid postId, Guid thingId, ThingKind kind, IReadOnlyList<Guid> people)
    {
        if (people.Count == 0)
            return;
        var known = await work.Db.Mentions.Where(m => m.ThingId == thingId).Select(m => m.PersonId).ToListAsync();
        Guid[] named = [.. people.Except(known).Where(id => id != work.Viewer.PersonId)];
        if (named.Length == 0)
            return;
        var audience = await Audience.Of(work.Db, spaceId, named);
        foreach (var person in named.Where(audience.Sees))
        {
            work.Db.Mentions.Add(new Mention(thingId, person, postId, spaceId));
            work.Record(Verb.Mentioned, spaceId, kind, thingId, postId, person);
        }
    }

    /// <summary>
    /// Shows the pictures of a text to those who may read the space: those the author sees, for nobody else's picture is shown by writing down
    /// its address.
    /// </summary>
    public static async Task Show(this Work work, Guid spaceId, Body body)
    {
        Guid[] named = [.. Picture().Matches(body.Markdown).Select(m => Guid.Parse(m.Groups[1].ValueSpan)).Distinct()];
        if (named.Length == 0)
            return;
        var shown = await work
            .Db.Pictures.Where(p => named.Contains(p.Id) && !work.Db.Showings.Any(s => s.PictureId == p.Id && s.SpaceId == spaceId))
            .Select(p => p.Id)
            .ToListAsync();
        work.Db.Showings.AddRange(shown.Select(id => new Showing(id, spaceId)));
    }

    /// <summary>A document that is linked to, and not mailed around, is written down for each who may see it and links it.</summary>
    public static async Task Link(this Work work, Body body)
    {
        Guid[] named = [.. Document().Matches(body.Markdown).Select(m => Guid.Parse(m.Groups[1].ValueSpan)).Distinct().Take(MostLinked)];
        if (named.Length == 0)
            return;
        var linked = await work
            .Db.Nodes.Where(n => named.Contains(n.Id) && n.Kind == NodeKind.Document && n.RemovedAt == null)
            .Select(n => new
            {
                n.Id,
                n.SpaceId,
                n.MadeById,
            })
            .ToListAsync();
        foreach (var document in linked)
            work.Record(Verb.FileLinked, document.SpaceId, ThingKind.File, document.Id, ownerId: document.MadeById);
    }

    private const int MostLinked = 20;

    [GeneratedRegex(@"\]\(/documents/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b")]
    private static partial Regex Document();

    [GeneratedRegex(@"/files/images/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")]
    private static partial Regex Picture();

    public static async Task Topics(this Work work, Guid spaceId, Guid postId, IReadOnlyList<string> topics, bool fresh)
    {
        List<PostTopic> known = fresh ? [] : await work.Db.PostTopics.Where(t => t.PostId == postId).ToListAsync();
        work.Db.PostTopics.RemoveRange(known.Where(t => !topics.Contains(t.Topic)));
        work.Db.PostTopics.AddRange(topics.Except(known.Select(t => t.Topic)).Select(topic => new PostTopic(postId, spaceId, topic)));
    }
}
