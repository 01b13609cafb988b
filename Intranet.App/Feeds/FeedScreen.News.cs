using Intranet.App.Live;
using Intranet.App.Shared.Text;

namespace Intranet.App.Feeds;

/// <summary>What news do to what is on the screen.</summary>
public sealed partial class FeedScreen
{
    /// <summary>Takes news in; null means that rights changed or news were missed, so all is read again.</summary>
    public Task Hear(IReadOnlyList<FeedNews>? news) =>
        InTurn(async () =>
        {
            if (news is null || news.OfType<FeedNews.Governed>().Any(g => Concerns(g.SpaceId)))
            {
                await Again();
                return;
            }
            var mine = news.OfType<FeedNews.Kept>().Select(k => k.PostId).Where(id => _list.Any(id) is not null).ToHashSet();
            foreach (var filed in news.OfType<FeedNews.Filed>())
                mine.UnionWith(_list.Enclosing(filed.What));
            foreach (var item in news.OfType<FeedNews.Of>())
                Take(item, mine);
            await ReadAgain(mine);
        });

    /// <summary>Whether something that happened to a document shows here, or may in a moment: asked from any thread.</summary>
    public bool Encloses(Happening happening) => _turn.CurrentCount == 0 || _list.Enclosing(happening).Any();

    /// <summary>Applies what became of a post, and says which must be read once more with this person's own eyes.</summary>
    private void Take(FeedNews.Of news, HashSet<Guid> mine)
    {
        if (news.Change.HasFlag(FeedChange.Reworded))
            foreach (var quoting in _list.Quoting(news.PostId))
            {
                mine.Add(quoting);
                if (news.Card is null)
                    Replace(quoting, i => i with { Quote = null });
            }
        if (news.Card is not { } card)
            _list.Remove(news.PostId);
        else if (_list.Any(card.Id) is { } held)
        {
            Replace(card.Id, i => i with { Card = card, Pinned = scope.Pins(card), Thread = i.Thread?.With(news.Comments) });
            // What it links to is seen with one's own eyes as well.
            if (news.Actors.Contains(viewer.PersonId ?? default) || held.LinksOtherwise(card, news.Comments))
                mine.Add(card.Id);
        }
        else if (scope.Takes(card, _standings))
            Come(card, news.Change, mine);
    }

    private void Come(PostCard card, FeedChange change, HashSet<Guid> mine)
    {
        var own = Own(card);
        if (change.HasFlag(FeedChange.Published))
            Place(
                FeedItem.Arrived(card, _standings.GetValueOrDefault(card.SpaceId), own) with
                {
                    Pinned = scope.Pins(card),
                    Unseen = scope.Awaits(card, own),
                },
                news: true
            );
        if (own || change.HasFlag(FeedChange.Returned) || card.SharedPostId is not null || DocumentLinks.In(card.Html).Count > 0)
            mine.Add(card.Id);
    }

    private void Place(FeedItem item, bool news) => _list.Place(item, news, Own(item.Card) || (AtTop && Waiting.Count == 0));

    private async Task<IReadOnlyList<FeedItem>> ReadAgain(IReadOnlyCollection<Guid> posts)
    {
        if (posts.Count == 0)
            return [];
        var wanted = posts.Concat(posts.SelectMany(_list.Quoting)).Distinct().ToList();
        var found = await pages.These(viewer, wanted);
        foreach (var gone in wanted.Except(found.Select(i => i.Id)))
            _list.Remove(gone);
        foreach (var item in found)
            if (_list.Any(item.Id) is not null)
                Replace(
                    item.Id,
                    i => item with { Thread = i.Thread, Unread = i.Unread, Pinned = scope.Pins(item.Card), Unseen = i.Unseen }
                );
            else if (scope.Takes(item.Card, _standings))
                Place(_line.AsOpened(item) with { Pinned = scope.Pins(item.Card), Unseen = await Unseen(item.Card) }, news: false);
        await Threads.Unfold(found.Where(i => Find(i.Id)?.Thread is not null || scope is FeedScope.One).Select(i => i.Id));
        return found;
    }

    /// <summary>An announcement that comes back may have been seen long ago.</summary>
    private async Task<bool> Unseen(PostCard card) =>
        scope.Awaits(card, Own(card)) && (await pages.Unseen(viewer, scope)).Contains(card.Id);

    private bool Concerns(Guid space) =>
        scope.Draws(space, _standings) || Items.Concat(Waiting).Any(i => i.Card.SharedPostId is not null || i.Encloses());
}
