using System.Security.Cryptography;
using System.Text;

namespace Arena.Core.Prompts;

/// <summary>What makes two prompts the same: their text, whatever the case and the spacing.</summary>
public static class PromptKey
{
    private const int BytesOfId = 3;

    public static string Of(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>Six hexadecimal digits, the same for as long as the key is.</summary>
    internal static string ShortId(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, BytesOfId));
}
