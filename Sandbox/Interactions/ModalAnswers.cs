using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Rest;

namespace Sandbox.Interactions;

/// <summary>Puts what a member filled in beside the fields of the modal that was shown, and holds it to the fields' rules.</summary>
internal static class ModalAnswers
{
    /// <summary><c>components</c> of the submission as the bot is told, mirroring the modal.</summary>
    public static JsonArray Read(JsonObject modal, Form data)
    {
        var given = new Dictionary<string, JsonObject>();
        Collect(data.Body["components"], given);
        var answered = new JsonArray();
        foreach (var top in modal["components"]!.AsArray().OfType<JsonObject>())
        {
            var mirrored = new JsonObject { ["type"] = top["type"]!.DeepClone(), ["id"] = top["id"]!.DeepClone() };
            if (top["components"] is JsonArray row)
                mirrored["components"] = new JsonArray([.. row.OfType<JsonObject>().Select(field => Answer(field, given, data))]);
            if (top["component"] is JsonObject field)
                mirrored["component"] = Answer(field, given, data);
            answered.Add((JsonNode)mirrored);
        }
        return answered;
    }

    private static JsonObject Answer(JsonObject field, Dictionary<string, JsonObject> given, Form data)
    {
        var id = (string)field["custom_id"]!;
        var at = data.At($"components.{id}");
        var type = field["type"]!.Deserialize<int>();
        var required = (bool?)field["required"] ?? true;
        var answer = new JsonObject { ["type"] = type, ["id"] = field["id"]!.DeepClone(), ["custom_id"] = id };
        var sent = given.GetValueOrDefault(id);
        if (type == 4)
        {
            var text = sent?["value"]?.ToString() ?? "";
            var (min, max) = (field["min_length"]?.Deserialize<int>() ?? 0, field["max_length"]?.Deserialize<int>() ?? 4000);
            if (required && text.Length == 0)
                data.Errors.Required(at);
            else if (text.Length > max || (text.Length > 0 && text.Length < min))
                data.Errors.Length(at, min, max);
            answer["value"] = text;
        }
        else if (sent?["values"] is JsonArray values)
            answer["values"] = values.DeepClone();
        else if (sent?.ContainsKey("value") == true)
            answer["value"] = sent["value"]?.DeepClone();
        else if (required && type != 23)
            data.Errors.Required(at);
        else
            answer["values"] = new JsonArray();
        return answer;
    }

    private static void Collect(JsonNode? node, Dictionary<string, JsonObject> given)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Collect(item, given);
        else if (node is JsonObject some)
        {
            if ((some["custom_id"] as JsonValue)?.TryGetValue<string>(out var id) == true)
                given[id] = some;
            Collect(some["components"], given);
            Collect(some["component"], given);
        }
    }
}
