using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents.Wiki;

/// <summary>What a member may do with the pages of a space: write them, and say who looks after them.</summary>
public static class PageWriting
{
    extension(Membership member)
    {
        public bool MayWrite(Node page, Checkout? held, DateTimeOffset at) => page.IsPage && member.MayArrange(page, held, at);

        public void MustWrite(Node page, Checkout? held, DateTimeOffset at)
        {
            member.MustArrange(page, held, at);
            if (!member.MayWrite(page, held, at))
                throw new Refusal($"Only pages are written here: documents whose name ends in {PageName.Ending}.");
        }

        public DocumentVersion Write(Node page, Checkout? held, StoredFile text, string? note, string clientKey, DateTimeOffset at)
        {
            member.MustWrite(page, held, at);
            return member.Save(page, held, text, note, clientKey, at);
        }

        /// <summary>Says by a sign of life that one is at work on it.</summary>
        public void SitDown(PageEditing seat, Node page, Checkout? held, DateTimeOffset at)
        {
            member.MustWrite(page, held, at);
            seat.Last(at);
        }

        public bool MayTend(Node page) => page is { IsPage: true, Removed: false } && page.SpaceId == member.SpaceId && member.MayFile;

        /// <summary>Says who looks after it, until when somebody must have looked whether it is still right, and whether new pages begin with it.</summary>
        public void Tend(Node page, PageCare care, Membership? owner, DateOnly? reviewBy, bool isTemplate, DateOnly today)
        {
            member.MustTend(page, care);
            if (owner is not null && owner.SpaceId != page.SpaceId)
                throw new Refusal("Only people of this space look after its pages.");
            care.Put(owner?.PersonId, reviewBy, isTemplate, today);
        }

        /// <summary>It was looked at and is right; the next look is due after as long as the last time.</summary>
        public void Confirm(Node page, PageCare care, DateOnly today)
        {
            member.MustTend(page, care);
            care.Renew(today);
        }

        private void MustTend(Node page, PageCare care)
        {
            member.MustFile();
            if (!member.MayTend(page) || care.NodeId != page.Id)
                throw new Refusal("This page is not here any more.");
        }
    }
}
