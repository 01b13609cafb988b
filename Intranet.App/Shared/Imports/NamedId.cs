using System.Security.Cryptography;
using System.Text;

namespace Intranet.App.Shared.Imports;

/// <summary>An id made from a name: the same name gives the same id every time and everywhere.</summary>
public static class NamedId
{
    /// <summary>A version 8 UUID (RFC 9562) from the SHA-256 of the name.</summary>
    public static Guid Of(string name)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), digest);
        digest[6] = (byte)(0x80 | (digest[6] & 0x0f));
        digest[8] = (byte)(0x80 | (digest[8] & 0x3f));
        return new Guid(digest[..16], bigEndian: true);
    }
}
