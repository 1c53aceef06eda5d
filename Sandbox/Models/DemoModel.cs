using System.Security.Cryptography;
using System.Text;
using Sandbox.Models.Voices;

namespace Sandbox.Models;

/// <summary>One demo model: what Ollama's API tells about it, how fast it is, and who speaks.</summary>
internal sealed record DemoModel(
    string Tag,
    string ParameterSize,
    long ParameterCount,
    long SizeBytes,
    int ContextLength,
    double TokensPerSecond,
    TimeSpan LoadTime,
    IReadOnlyList<string> Capabilities,
    IVoice? Voice = null,
    Fault Fault = Fault.None)
{
    public const string Family = "demo";

    public const int EmbeddingLength = 64;

    public string Quantization => "Q4_K_M";

    public string Digest { get; } = Sha256(Tag);

    public bool CanChat => Capabilities.Contains("completion");

    public bool CanThink => Capabilities.Contains("thinking");

    public bool CanEmbed => Capabilities.Contains("embedding");

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
