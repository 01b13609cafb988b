using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Keeps whom and what a text names beside it.</summary>
internal static class Naming
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

    public static async Task Topics(this Work work, Guid spaceId, Guid postId, IReadOnlyList<string> topics, bool fresh)
    {
        List<PostTopic> known = fresh ? [] : await work.Db.PostTopics.Where(t => t.PostId == postId).ToListAsync();
        work.Db.PostTopics.RemoveRange(known.Where(t => !topics.Contains(t.Topic)));
        work.Db.PostTopics.AddRange(topics.Except(known.Select(t => t.Topic)).Select(topic => new PostTopic(postId, spaceId, topic)));
    }
}
