using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sandbox.Models;

/// <summary>Makes up a value that fits a JSON schema.</summary>
internal static class DemoSchema
{
    private const int Deepest = 8;

    public static JsonNode? Instance(JsonElement schema, Random dice, int depth = 0)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > Deepest)
            return "demo";

        if (schema.TryGetProperty("const", out var only))
            return JsonNode.Parse(only.GetRawText());

        if (schema.TryGetProperty("enum", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0)
            return JsonNode.Parse(choices[dice.Next(choices.GetArrayLength())].GetRawText());

        return TypeOf(schema) switch
        {
            "object" => Object(schema, dice, depth),
            "array" => new JsonArray(schema.TryGetProperty("items", out var items)
                ? [.. Enumerable.Range(0, Math.Max(1, Whole(schema, "minItems", 1))).Select(_ => Instance(items, dice, depth + 1))]
                : []),
            "integer" => dice.Next(Whole(schema, "minimum", 1), Math.Max(Whole(schema, "minimum", 1), Whole(schema, "maximum", 10)) + 1),
            "number" => Math.Round(Whole(schema, "minimum", 0) + dice.NextDouble(), 2),
            "boolean" => dice.Next(2) == 0,
            "null" => null,
            _ => "demo",
        };
    }

    private static string? TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
            return schema.TryGetProperty("properties", out _) ? "object" : null;

        return type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0 ? type[0].GetString() : type.GetString();
    }

    private static JsonObject Object(JsonElement schema, Random dice, int depth)
    {
        var made = new JsonObject();
        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
                made[property.Name] = Instance(property.Value, dice, depth + 1);
        }

        return made;
    }

    private static int Whole(JsonElement schema, string name, int otherwise) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? (int)value.GetDouble() : otherwise;
}
