using Intranet.Domain.Access;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents;

/// <summary>Who may make folders and documents of an archive.</summary>
public static class Unpacking
{
    extension(Membership member)
    {
        public bool MayUnpack(Node node) =>
            member.MayFile && node.SpaceId == member.SpaceId && !node.Removed && IsArchive(node.ContentType);

        public void MustUnpack(Node node)
        {
            member.MustFile();
            if (!member.MayUnpack(node))
                throw new Refusal("Only zip archives are unpacked here.");
        }
    }

    /// <summary>Whether it is an archive and nothing else: many documents are built like one.</summary>
    public static bool IsArchive(string? contentType) => contentType == ContentKind.Zip.MediaType;
}
