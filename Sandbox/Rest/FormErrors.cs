using System.Globalization;
using System.Text.Json.Nodes;

namespace Sandbox.Rest;

/// <summary>
/// Collects every complaint about a request in Discord's nested shape:
/// <c>{"embeds": {"0": {"title": {"_errors": [{"code", "message"}]}}}}</c>. Paths are dotted: <c>embeds.0.title</c>.
/// </summary>
internal sealed class FormErrors
{
    private readonly JsonObject _root = [];

    public void Add(string path, string code, string message)
    {
        var at = _root;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at[part] is not JsonObject next)
                at[part] = next = [];
            at = next;
        }
        if (at["_errors"] is not JsonArray list)
            at["_errors"] = list = [];
        list.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void Type(string path, string expected) => Add(path, "BASE_TYPE_BAD_TYPE", $"Expected {expected}.");

    public void Length(string path, int min, int max) => Add(path, "BASE_TYPE_BAD_LENGTH", min > 0
        ? string.Create(CultureInfo.InvariantCulture, $"Must be between {min} and {max} in length.")
        : string.Create(CultureInfo.InvariantCulture, $"Must be {max} or fewer in length."));

    public void Range(string path, long min, long max) =>
        Add(path, "NUMBER_TYPE_RANGE", string.Create(CultureInfo.InvariantCulture, $"int value should be between {min} and {max}."));

    public void ThrowIfAny()
    {
        if (_root.Count > 0)
            throw ApiError.InvalidForm(_root);
    }

    public static ApiError Single(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return ApiError.InvalidForm(errors._root);
    }
}
