using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents.Approving;

/// <summary>Asking for the approval of a version, and giving it.</summary>
public static class Judging
{
    extension(Membership member)
    {
        public bool MayAskApproval(Node node) =>
            member.MayFile && node.SpaceId == member.SpaceId && node is { Removed: false, Kind: NodeKind.Document };

        /// <summary>Asks people of the space about the newest version. Whoever wrote it is not among them: four eyes see more than two.</summary>
        public Approval AskApproval(
            Guid id,
            Node node,
            IReadOnlyCollection<Membership> asked,
            string? note,
            string clientKey,
            DateTimeOffset at
        )
        {
            member.MustFile();
            if (!member.MayAskApproval(node))
                throw new Refusal("Only documents that are here are approved.");
            if (asked.Count is 0 or > Approval.MostAsked)
                throw new Refusal($"Name between one and {Approval.MostAsked} people who approve it.");
            if (asked.Any(a => a.SpaceId != member.SpaceId || !a.Lasts(at)))
                throw new Refusal("Only people of this space can approve it.");
            if (asked.FirstOrDefault(a => a.PersonId == node.ChangedById) is { } author)
                throw new Refusal($"{author.Person.Name} wrote this version, so somebody else approves it.");
            if (node.ApprovedNumber == node.Number)
                throw new Refusal("This version is approved already.");
            return new Approval(id, node, asked.Select(a => a.PersonId).Distinct(), member.PersonId, note, clientKey, at);
        }

        public bool MayJudge(Approval approval) =>
            approval.Waits
            && approval.SpaceId == member.SpaceId
            && !member.Space.Archived
            && approval.Of(member.PersonId) is { Agrees: null };

        /// <summary>Says yes or no. The last yes approves the version; one no ends it.</summary>
        public void Judge(Approval approval, Node node, bool agrees, string? word, DateTimeOffset at)
        {
            if (!approval.Waits)
                throw new Refusal("This approval has ended.");
            if (!member.MayJudge(approval) || node.Id != approval.NodeId || node.Removed)
                throw new Refusal("Only those who were asked approve it, once.");
            if (!agrees && OneLine.Of(word).Length == 0)
                throw new Refusal("Say in a few words what is missing.");
            approval.Hear(approval.Of(member.PersonId)!, agrees, word, at);
            if (approval.State == ApprovalState.Approved)
                node.Approve(approval.Number);
        }

        public bool MayWithdraw(Approval approval) =>
            approval.Waits
            && approval.SpaceId == member.SpaceId
            && !member.Space.Archived
            && (approval.AskedById == member.PersonId || member.MayModerate);

        public void Withdraw(Approval approval, DateTimeOffset at)
        {
            if (!member.MayWithdraw(approval))
                throw new Refusal("Whoever asked, or a moderator, takes it back while it waits.");
            approval.End(ApprovalState.Withdrawn, at);
        }
    }
}
