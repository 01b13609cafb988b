using Intranet.Domain.Activity;

namespace Intranet.Domain.Adoption;

/// <summary>Which step of the ladder an act stands on.</summary>
public static class Rungs
{
    extension(Verb verb)
    {
        public bool IsOpening => verb is Verb.Opened or Verb.ClickedMailLink or Verb.FileOpened;

        public bool IsReaction => verb is Verb.Reacted or Verb.Voted;

        public bool IsAnswer =>
            verb
                is Verb.Commented
                    or Verb.Answered
                    or Verb.Acknowledged
                    or Verb.AcceptedAnswer
                    or Verb.FileCommented
                    or Verb.FileApproved
                    or Verb.ApprovalDeclined;

        /// <summary>Writing something of one's own: posts, pages, files, and messages in an imported tool.</summary>
        public bool IsAuthoring =>
            verb
                is Verb.Posted
                    or Verb.Asked
                    or Verb.Announced
                    or Verb.Praised
                    or Verb.Polled
                    or Verb.Shared
                    or Verb.Edited
                    or Verb.Messaged
                    or Verb.WikiEdited
                    or Verb.FileAdded
                    or Verb.FileVersioned
                    or Verb.FileLinked
                    or Verb.FileAttachedByMail;

        public bool IsContribution => verb.IsReaction || verb.IsAnswer || verb.IsAuthoring;

        /// <summary>Acts that tie one person to another; reading does not.</summary>
        public bool IsTie =>
            verb
                is Verb.Commented
                    or Verb.Answered
                    or Verb.Reacted
                    or Verb.Mentioned
                    or Verb.Messaged
                    or Verb.AcceptedAnswer
                    or Verb.FileCommented;

        /// <summary>What the product wrote down but the person did not do for others to see: it makes nobody active.</summary>
        public bool IsActive =>
            verb.IsOpening || verb.IsContribution || verb is Verb.SignedIn or Verb.Joined or Verb.Searched or Verb.RequestedToJoin;
    }
}
