using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents;

/// <summary>What a member may do in the tree of a space's documents, and the rules of doing it.</summary>
public static class Filing
{
    extension(Membership member)
    {
        /// <summary>Guests write where the space is there for them: in a client room.</summary>
        public bool MayFile => !member.Space.Archived && (member.Role > SpaceRole.Guest || member.Space.Purpose == SpacePurpose.ClientRoom);

        /// <summary>Renaming, moving and removing; a check-out by somebody else keeps it where it is.</summary>
        public bool MayArrange(Node node, Checkout? held, DateTimeOffset at) =>
            member.MayFile && node.SpaceId == member.SpaceId && !node.Removed && held?.Bars(member.PersonId, at) != true;

        public Node MakeFolder(Guid id, Node? into, string name, string clientKey, DateTimeOffset at)
        {
            member.MustFile();
            return new Node(id, member.SpaceId, NodeKind.Folder, into, name, member.PersonId, clientKey, at);
        }

        public (Node Node, DocumentVersion Version) Add(
            Guid id,
            Node? into,
            string name,
            StoredFile file,
            string? note,
            string clientKey,
            DateTimeOffset at
        )
        {
            member.MustFile();
            var node = new Node(id, member.SpaceId, NodeKind.Document, into, name, member.PersonId, clientKey, at);
            return (node, member.Save(node, null, file, note, clientKey, at));
        }

        public void Rename(Node node, Checkout? held, string name, DateTimeOffset at)
        {
            member.MustArrange(node, held, at);
            node.Call(name);
            node.Change(member.PersonId, at);
        }

        public void Move(Node node, Checkout? held, Node? into, DateTimeOffset at)
        {
            member.MustArrange(node, held, at);
            node.PutInto(into);
        }

        /// <summary>Puts it into the trash. Of what lies in a folder, nothing may be checked out by others.</summary>
        public void Remove(Node node, IEnumerable<Checkout> held, DateTimeOffset at)
        {
            member.MustArrange(node, held.FirstOrDefault(c => c.Bars(member.PersonId, at)), at);
            node.Remove(member.PersonId, at);
        }

        /// <summary>What was taken along comes back with the folder that took it.</summary>
        public bool MayRestore(Node node) => member.MayFile && node.SpaceId == member.SpaceId && node.RemovedWithId == node.Id;

        /// <summary>Brings it back from the trash, into the folder it lay in or, when that is gone, another.</summary>
        public void Restore(Node node, Node? into, string name, DateTimeOffset at)
        {
            member.MustFile();
            if (!member.MayRestore(node))
                throw new Refusal("This is not in the trash any more.");
            node.Restore(at);
            node.Call(name);
            node.PutInto(into);
        }

        /// <summary>Out of client rooms and secret spaces nothing goes whole: who reads there was let in for that alone, and what lies there is accounted for there.</summary>
        public bool MayCarryOut =>
            member.MayFile && member.Space.Purpose != SpacePurpose.ClientRoom && member.Space.Openness != Openness.Secret;

        public void MustCarryOut()
        {
            member.MustFile();
            if (!member.MayCarryOut)
                throw new Refusal("Nothing is moved out of client rooms and secret spaces. Copy it, if the others there may read it.");
        }

        public void MustFile()
        {
            if (member.Space.Archived)
                throw new Refusal("This space is archived. An owner can reopen it.");
            if (!member.MayFile)
                throw new Refusal("Guests read the documents of this space; they add and change them in client rooms.");
        }

        internal void MustArrange(Node node, Checkout? held, DateTimeOffset at)
        {
            member.MustFile();
            if (node.SpaceId != member.SpaceId || node.Removed)
                throw new Refusal("This is not here any more.");
            if (!member.MayArrange(node, held, at))
                throw new Refusal("Somebody has checked this out. Wait until it is checked in, or ask an owner to break the lock.");
        }
    }
}
