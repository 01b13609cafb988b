using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents;

/// <summary>How a document gets its versions, and how somebody has it for themselves meanwhile.</summary>
public static class Versioning
{
    extension(Membership member)
    {
        public DocumentVersion Save(Node node, Checkout? held, StoredFile file, string? note, string clientKey, DateTimeOffset at) =>
            member.Save(node, held, file, note, clientKey, at, restored: null);

        /// <summary>An older version becomes the newest; nothing between is lost.</summary>
        public DocumentVersion BringBack(Node node, Checkout? held, DocumentVersion older, string clientKey, DateTimeOffset at) =>
            older.NodeId == node.Id
                ? member.Save(node, held, older.File, null, clientKey, at, older.Number)
                : throw new Refusal("This document has no such version.");

        /// <summary>Names a version, or takes the name off with an empty one.</summary>
        public void Label(Node node, DocumentVersion version, string? label)
        {
            member.MustFile();
            if (node.Removed || version.NodeId != node.Id || node.SpaceId != member.SpaceId)
                throw new Refusal("This document has no such version.");
            version.Call(label);
        }

        public bool MayCheckOut(Node node, Checkout? held, DateTimeOffset at) =>
            node.Kind == NodeKind.Document && member.MayArrange(node, held, at);

        /// <summary>Takes the document for oneself, or takes it again for longer. The row of an earlier check-out is used again.</summary>
        /// <param name="lasts">As long as people have it, unless a program asked for less.</param>
        public Checkout CheckOut(Node node, Checkout? held, string? note, DateTimeOffset at, TimeSpan? lasts = null)
        {
            member.MustArrange(node, held, at);
            if (!member.MayCheckOut(node, held, at))
                throw new Refusal("Only documents are checked out.");
            var until = at + (lasts ?? Checkout.Lasts);
            if (held is null)
                return new Checkout(node, member.PersonId, note, at, until);
            held.Take(member.PersonId, note, at, until);
            return held;
        }

        public void CheckIn(Checkout held, DateTimeOffset at)
        {
            if (held.SpaceId != member.SpaceId || held.Bars(member.PersonId, at))
                throw new Refusal("Whoever checked it out checks it in; an owner can break the lock.");
            held.End(at);
        }

        public bool MayBreak(Checkout held, DateTimeOffset at) =>
            member.MayModerate && !member.Space.Archived && held.SpaceId == member.SpaceId && held.Bars(member.PersonId, at);

        public void Break(Checkout held, DateTimeOffset at)
        {
            if (!member.MayBreak(held, at))
                throw new Refusal("Owners and moderators of the space break a lock.");
            held.End(at);
        }

        private DocumentVersion Save(
            Node node,
            Checkout? held,
            StoredFile file,
            string? note,
            string clientKey,
            DateTimeOffset at,
            int? restored
        )
        {
            member.MustArrange(node, held, at);
            if (node.Kind != NodeKind.Document)
                throw new Refusal("There is a folder with this name. Choose another name.");
            var version = new DocumentVersion(Guid.CreateVersion7(at), node, member.PersonId, file, note, clientKey, at)
            {
                RestoredFrom = restored,
            };
            node.Take(version);
            return version;
        }
    }
}
