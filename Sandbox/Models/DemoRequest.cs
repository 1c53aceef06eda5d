using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Sandbox.Models;

/// <summary>A request's JSON body, read with Ollama's complaints.</summary>
internal sealed partial class DemoRequest
{
    private readonly JsonElement _root;

    private DemoRequest(JsonElement root, string body) => (_root, Body) = (root, body);

    public string Body { get; }

    /// <summary>The model as the request spells it; older clients say <c>name</c>.</summary>
    public string Model => Text("model") is { Length: > 0 } model ? model : Text("name") ?? "";

    public bool Stream => Flag("stream") ?? true;

    /// <summary>Reads the body, or says what is wrong with it.</summary>
    public static async Task<(DemoRequest? Request, string? Complaint)> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(cancellationToken);
        if (body.Length == 0)
            return (null, "missing request body");

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (new DemoRequest(document.RootElement.Clone(), body), null)
                : (null, $"json: cannot unmarshal {document.RootElement.ValueKind.ToString().ToLowerInvariant()} into Go value of type api.Request");
        }
        catch (JsonException)
        {
            return (null, "unexpected EOF");
        }
    }

    public JsonElement? Value(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string name) => Value(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public bool? Flag(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => null,
    };

    public double? Number(string name) => Value(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    public IReadOnlyList<JsonElement> Array(string name) => Value(name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray()] : [];

    /// <summary>A number among the options; <paramref name="complaint"/> where it is none.</summary>
    public double? Option(string name, ref string? complaint)
    {
        if (Value("options") is not { ValueKind: JsonValueKind.Object } options || !options.TryGetProperty(name, out var value)
            || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number)
            return value.GetDouble();

        complaint ??= $"option \"{name}\" must be of type {(name is "temperature" or "top_p" ? "float32" : "integer")}";
        return null;
    }

    public IReadOnlyList<string> Stops()
    {
        if (Value("options") is not { ValueKind: JsonValueKind.Object } options || !options.TryGetProperty("stop", out var stop))
            return [];

        return stop.ValueKind switch
        {
            JsonValueKind.Array => [.. stop.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)],
            JsonValueKind.String => [stop.GetString()!],
            _ => [],
        };
    }

    /// <summary>How long the model is to stay loaded: seconds, or a text like <c>1h30m</c>; negative is for ever.</summary>
    public (TimeSpan KeepAlive, string? Complaint) KeepAlive()
    {
        switch (Value("keep_alive"))
        {
            case { ValueKind: JsonValueKind.Number } number:
                return (number.GetDouble() < 0 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(number.GetDouble()), null);
            case { ValueKind: JsonValueKind.String } text:
                var said = text.GetString()!;
                if (double.TryParse(said, CultureInfo.InvariantCulture, out var seconds))
                    return (seconds < 0 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(seconds), null);

                if (!Duration().IsMatch(said))
                    return (default, $"time: invalid duration \"{said}\"");

                var total = DurationPart().Matches(said).Aggregate(TimeSpan.Zero, (sum, part) => sum + Part(part));
                return (said.StartsWith('-') ? TimeSpan.MaxValue : total, null);
            default:
                return (TimeSpan.FromMinutes(5), null);
        }
    }

    private static TimeSpan Part(Match match)
    {
        var value = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch
        {
            "h" => TimeSpan.FromHours(value),
            "m" => TimeSpan.FromMinutes(value),
            "ms" => TimeSpan.FromMilliseconds(value),
            _ => TimeSpan.FromSeconds(value),
        };
    }

    [GeneratedRegex(@"^-?(\d+(\.\d+)?(h|ms|m|s))+$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(h|ms|m|s)")]
    private static partial Regex DurationPart();
}
