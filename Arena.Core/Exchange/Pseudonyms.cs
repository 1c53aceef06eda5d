using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Arena.Core.Exchange;

/// <summary>
/// Names that stand for members and prompts: HMAC-SHA256 (RFC 2104) with a key that never leaves the database. The same at every
/// export, not to be turned back without the key, and different on every server, so that the files of two servers can not be joined.
/// </summary>
internal sealed class Pseudonyms(byte[] key)
{
    /// <summary>32 hexadecimal digits for a member of a server.</summary>
    public string OfMember(ServerId server, MemberId member)
    {
        Span<byte> text = stackalloc byte[17];
        text[0] = (byte)'m';
        BinaryPrimitives.WriteUInt64BigEndian(text[1..], server.Value);
        BinaryPrimitives.WriteUInt64BigEndian(text[9..], member.Value);
        return Digits(text, 16);
    }

    /// <summary>16 hexadecimal digits for the text of a prompt on a server.</summary>
    public string OfPrompt(ServerId server, string prompt)
    {
        var text = new byte[9 + Encoding.UTF8.GetByteCount(prompt)];
        text[0] = (byte)'q';
        BinaryPrimitives.WriteUInt64BigEndian(text.AsSpan(1), server.Value);
        Encoding.UTF8.GetBytes(prompt, text.AsSpan(9));
        return Digits(text, 8);
    }

    private string Digits(ReadOnlySpan<byte> text, int bytes)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, text, hash);
        return Convert.ToHexStringLower(hash[..bytes]);
    }
}
