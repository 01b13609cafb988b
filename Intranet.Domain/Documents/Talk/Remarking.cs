using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents.Talk;

/// <summary>Talking about a document beside it.</summary>
public static class Remarking
{
    extension(Membership member)
    {
        /// <summary>Everybody who has a seat, guests too: whoever reads it may ask about it.</summary>
        public bool MayRemark(Node node) =>
            !member.Space.Archived && node.SpaceId == member.SpaceId && node is { Removed: false, Kind: NodeKind.Document };

        public Remark Remark(Guid id, Node node, int number, string text, bool asks, string clientKey, DateTimeOffset at) =>
            number < 1 || number > node.Number ? throw new Refusal("There is no such version.")
            : member.MayRemark(node) ? new Remark(id, node, number, member.PersonId, text, asks, clientKey, at)
            : throw new Refusal(
                member.Space.Archived ? "This space is archived. An owner can reopen it." : "This document is not here any more."
            );

        public bool MayRewrite(Remark remark) => member.Holds(remark) && remark.AuthorId == member.PersonId;

        public void Rewrite(Remark remark, string text, DateTimeOffset at)
        {
            if (!member.MayRewrite(remark))
                throw new Refusal("Only who wrote it changes it.");
            remark.Rewrite(text, at);
        }

        public bool MayRemove(Remark remark) => member.Holds(remark) && (remark.AuthorId == member.PersonId || member.MayModerate);

        public void Remove(Remark remark, DateTimeOffset at)
        {
            if (!member.MayRemove(remark))
                throw new Refusal("Whoever wrote it, or a moderator, removes it.");
            remark.Remove(member.PersonId, at);
        }

        /// <summary>Whoever asked knows best; others who work on the documents may say so too.</summary>
        public bool MaySettle(Remark remark) =>
            member.Holds(remark) && remark.Asks && (remark.AuthorId == member.PersonId || member.MayFile);

        public void Settle(Remark remark, bool settled, DateTimeOffset at)
        {
            if (!member.MaySettle(remark))
                throw new Refusal("Whoever asked, or who may change the documents here, settles a question.");
            remark.Settle(member.PersonId, settled ? at : null);
        }

        private bool Holds(Remark remark) => !member.Space.Archived && remark.SpaceId == member.SpaceId && !remark.Removed;
    }
}
