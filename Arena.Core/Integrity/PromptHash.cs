using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Arena.Core.Integrity;

/// <summary>Tells whether two prompts are the same but for case, spacing and ways to write the same letters.</summary>
internal static class PromptHash
{
    /// <summary>Equal for equal prompts; different ones share one about never (64 bits of SHA-256).</summary>
    public static long Of(string prompt)
    {
        var words = LetterForms.Fold(prompt).ToUpperInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words))));
    }
}
