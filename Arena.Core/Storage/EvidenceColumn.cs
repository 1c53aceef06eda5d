using System.Text.Json;
using System.Text.Json.Serialization;
using Arena.Core.Integrity;

namespace Arena.Core.Storage;

/// <summary>The evidence of a suspicion as it stands in a column.</summary>
internal static partial class EvidenceColumn
{
    public static string Write(SuspicionEvidence evidence) => JsonSerializer.Serialize(evidence, EvidenceJson.Default.SuspicionEvidence);

    public static SuspicionEvidence Read(string column) =>
        JsonSerializer.Deserialize(column, EvidenceJson.Default.SuspicionEvidence) ?? throw new InvalidDataException("A suspicion has no evidence.");

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(SuspicionEvidence))]
    private sealed partial class EvidenceJson : JsonSerializerContext;
}
