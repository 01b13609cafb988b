using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents.Keeping;

/// <summary>What owners decide about how long documents stay. Only they delete anything for good.</summary>
public static class Lasting
{
    extension(Membership member)
    {
        public bool MayKeep => member.Owns && !member.Space.Archived;

        public void Keep(KeepingRule rule, KeepingTerms terms, DateTimeOffset at)
        {
            member.MustKeep(rule);
            if (rule.Held)
                throw new Refusal("A hold lies on this space. What is kept cannot be changed until it is lifted.");
            rule.Set(terms, at);
        }

        /// <summary>Nothing of the space is deleted for good any more, until the hold is lifted.</summary>
        public void Hold(KeepingRule rule, string because, DateTimeOffset at)
        {
            member.MustKeep(rule);
            if (rule.Held)
                throw new Refusal("A hold lies on this space already.");
            rule.Hold(
                member.PersonId,
                DocumentVersion.Within(because) ?? throw new Refusal("Say why: whoever wants to delete something reads it."),
                at
            );
        }

        public void Release(KeepingRule rule, DateTimeOffset at)
        {
            member.MustKeep(rule);
            rule.Release(at);
        }

        /// <summary>Deletes what lies in the trash for good.</summary>
        /// <param name="youngest">When the last of all that would go with it was changed.</param>
        public void Delete(Node node, KeepingRule rule, DateTimeOffset youngest, DateTimeOffset at)
        {
            member.MustKeep(rule);
            if (node.SpaceId != member.SpaceId || node.RemovedWithId != node.Id)
                throw new Refusal("This is not in the trash any more.");
            if (rule.Bars(youngest, at) is { } why)
                throw new Refusal(why);
        }

        /// <summary>Says of a document nobody changed for long that it stays; the rule counts from here again.</summary>
        public void Stay(Node node, DateTimeOffset at)
        {
            member.MustFile();
            if (node.SpaceId != member.SpaceId || node.Removed)
                throw new Refusal("This is not here any more.");
            node.Stay(at);
        }

        private void MustKeep(KeepingRule rule)
        {
            if (member.Space.Archived)
                throw new Refusal("This space is archived. An owner can reopen it.");
            if (!member.MayKeep || rule.SpaceId != member.SpaceId)
                throw new Refusal("Owners of the space decide how long its documents are kept.");
        }
    }
}
