using System.Globalization;
using System.Text.Json;

namespace Bot.Discord.Wire;

/// <summary>Reading of payloads: absent and null are the same, unknown fields are never looked at, what must be there is named when it is not.</summary>
internal static class JsonReading
{
    public static JsonElement? Find(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value
            : null;

    public static JsonElement Need(this JsonElement json, string name) =>
        json.Find(name) ?? throw new WireException($"The field \"{name}\" is missing.");

    public static ulong NeedId(this JsonElement json, string name) =>
        json.FindId(name) ?? throw new WireException($"The field \"{name}\" is missing.");

    public static ulong? FindId(this JsonElement json, string name) => json.Find(name) is { } value ? AsId(value, name) : null;

    public static string NeedText(this JsonElement json, string name) =>
        json.FindText(name) ?? throw new WireException($"The text \"{name}\" is missing.");

    public static string? FindText(this JsonElement json, string name) =>
        json.Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : throw new WireException($"The field \"{name}\" is not a text.");

    public static int? FindInt(this JsonElement json, string name) =>
        json.Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw new WireException($"The field \"{name}\" is not a whole number.");

    public static long? FindLong(this JsonElement json, string name) =>
        json.Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : throw new WireException($"The field \"{name}\" is not a whole number.");

    public static bool IsTrue(this JsonElement json, string name) => json.Find(name) is { ValueKind: JsonValueKind.True };

    public static DateTimeOffset? FindTime(this JsonElement json, string name) =>
        json.Find(name) is not { ValueKind: JsonValueKind.String } value ? null
        : value.TryGetDateTimeOffset(out var time) ? time
        : throw new WireException($"The field \"{name}\" is not a time.");

    public static Permissions FindPermissions(this JsonElement json, string name) => (Permissions)(json.FindId(name) ?? 0);

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name)
    {
        if (json.Find(name) is not { ValueKind: JsonValueKind.Array } array)
            yield break;
        foreach (var item in array.EnumerateArray())
            yield return item;
    }

    public static IEnumerable<JsonProperty> Entries(this JsonElement json, string name)
    {
        if (json.Find(name) is not { ValueKind: JsonValueKind.Object } map)
            yield break;
        foreach (var entry in map.EnumerateObject())
            yield return entry;
    }

    /// <summary>Snowflakes and permission sets are texts of digits, since JSON numbers lose what is beyond 2^53; numbers are taken too.</summary>
    public static ulong AsId(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.String
        && ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out var number) ? number
        : throw new WireException($"The field \"{name}\" is not an id.");
}
