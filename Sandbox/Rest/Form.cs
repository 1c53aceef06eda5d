using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sandbox.Rest;

/// <summary>
/// Reads fields of a JSON object that somebody sent, and notes what does not fit in <see cref="FormErrors"/>. <c>null</c> counts as absent,
/// as it does for Discord.
/// </summary>
internal readonly struct Form(JsonObject body, string path, FormErrors errors)
{
    /// <summary>Up to here every whole number has a double of its own.</summary>
    private const double MostExact = 9_007_199_254_740_991;

    public JsonObject Body { get; } = body;
    public FormErrors Errors { get; } = errors;

    public string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public bool Has(string name) => Body.ContainsKey(name);

    /// <summary>A string of <paramref name="min"/> to <paramref name="max"/> UTF-16 code units.</summary>
    public string? Text(string name, int max, int min = 0, bool required = false)
    {
        if (Body[name] is not { } node)
        {
            if (required)
                Errors.Required(At(name));
            return null;
        }
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            Errors.Type(At(name), "string");
            return null;
        }
        if (text.Length > max || text.Length < min)
            Errors.Length(At(name), min, max);
        return text;
    }

    /// <summary>An address: http, https, and attachment where that is allowed.</summary>
    public string? Url(string name, int max = 2048, bool attachment = false)
    {
        if (Text(name, max) is not { Length: > 0 } text)
            return null;
        var scheme = Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri.Scheme : "";
        if (scheme is "http" or "https" || (attachment && scheme == "attachment"))
            return text;
        Errors.Add(At(name), "URL_TYPE_INVALID_SCHEME", $"Scheme \"{scheme}\" is not supported. Scheme must be one of ('http', 'https').");
        return null;
    }

    public long? Integer(string name, long min = long.MinValue, long max = long.MaxValue, bool required = false)
    {
        if (Body[name] is not { } node)
        {
            if (required)
                Errors.Required(At(name));
            return null;
        }
        if (node is not JsonValue value || !TryInteger(value, out var number))
        {
            Errors.Add(At(name), "NUMBER_TYPE_COERCE", $"Value \"{node.ToJsonString()}\" is not int.");
            return null;
        }
        if (number < min || number > max)
            Errors.Range(At(name), min, max);
        return number;
    }

    public bool? Flag(string name)
    {
        if (Body[name] is not { } node)
            return null;
        if (node is JsonValue value && value.TryGetValue<bool>(out var flag))
            return flag;
        Errors.Type(At(name), "boolean");
        return null;
    }

    public ulong? Id(string name, bool required = false)
    {
        if (Body[name] is not { } node)
        {
            if (required)
                Errors.Required(At(name));
            return null;
        }
        if (World.Snowflakes.TryParse(node.GetValueKind() == JsonValueKind.String ? (string)node! : node.ToJsonString(), out var id))
            return id;
        Errors.Add(At(name), "NUMBER_TYPE_COERCE", $"Value \"{node.ToJsonString()}\" is not snowflake.");
        return null;
    }

    public JsonArray? List(string name, int max, int min = 0, bool required = false)
    {
        if (Body[name] is not { } node)
        {
            if (required)
                Errors.Required(At(name));
            return null;
        }
        if (node is not JsonArray list)
        {
            Errors.Type(At(name), "list");
            return null;
        }
        if (list.Count > max || list.Count < min)
            Errors.Length(At(name), min, max);
        return list;
    }

    /// <summary>The objects of a list, each as a form of its own.</summary>
    public IEnumerable<Form> Objects(string name, int max, int min = 0, bool required = false)
    {
        var list = List(name, max, min, required);
        for (var index = 0; index < (list?.Count ?? 0); index++)
        {
            var at = $"{At(name)}.{index}";
            if (list![index] is JsonObject item)
                yield return new Form(item, at, Errors);
            else
                Errors.Add(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }
    }

    public Form? Object(string name, bool required = false)
    {
        if (Body[name] is JsonObject inner)
            return new Form(inner, At(name), Errors);
        if (Body[name] is not null)
            Errors.Add(At(name), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        else if (required)
            Errors.Required(At(name));
        return null;
    }

    /// <summary>Permission bits: a string of digits, or a number.</summary>
    public World.Permission? Permissions(string name)
    {
        if (Body[name] is not { } node)
            return null;
        if (ulong.TryParse(node.GetValueKind() == JsonValueKind.String ? (string)node! : node.ToJsonString(), out var bits))
            return (World.Permission)bits;
        Errors.Type(At(name), "permissions");
        return null;
    }

    /// <summary>What was parsed, and what was made here from an int, count alike; so do digits in a string, and a real number without a fraction.</summary>
    private static bool TryInteger(JsonValue value, out long number)
    {
        if (value.TryGetValue(out number))
            return true;
        if (value.TryGetValue<int>(out var small))
            number = small;
        else if (value.TryGetValue<string>(out var text))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        else if (value.TryGetValue<double>(out var real) && real == Math.Truncate(real) && Math.Abs(real) <= MostExact)
            number = (long)real;
        else
            return false;
        return true;
    }
}
